import { useId } from 'preact/hooks';
import { CORE_WEB_VITALS_BUDGET } from '../../analysis/budgets/presets.ts';
import { STARTER_BUDGET } from '../../analysis/budgets/starter.ts';
import { suggestedMetrics } from '../../analysis/budgets/suggestions.ts';
import type { Budget } from '../../model/budget.ts';
import { BudgetFields } from './BudgetFields.tsx';
import type { BudgetEditor } from './budget-editor.ts';
import { type DraftBudget, draftOf } from './draft.ts';
import type { EditedPage } from './edited-page.ts';

interface Props {
  readonly editor: BudgetEditor;
  /** The page at hand; null where there is none. */
  readonly page: EditedPage | null;
}

/** The budgets as a form, with presets to begin from. */
export function BudgetForm({ editor, page }: Props) {
  const list = useId();
  const { draft, checked } = editor;
  const { problems, budgets } = checked.value;
  return (
    <>
      <Presets editor={editor} recorded={page?.recorded ?? null} />
      <p class="field-error">{problems.get('budgets')}</p>
      {draft.value.length === 0 && <p class="none">There is no budget, so no page is judged. Begin with a preset.</p>}
      {draft.value.map((budget, index) => (
        <BudgetFields
          key={budget.id}
          budget={budget}
          open={draft.value.length === 1 || [...problems.keys()].some((field) => field.startsWith(`${index}.`))}
          metricList={list}
          problemOf={(field) => problems.get(`${index}.${field}`)}
          previewOf={(limit) => previewOf(page, problems.size === 0 ? budgets[index] : undefined, limit)}
          onChange={(change, field) => editor.edit((all) => withBudget(all, budget.id, change), field)}
          onRemove={() => editor.edit((all) => all.filter(({ id }) => id !== budget.id))}
        />
      ))}
      <datalist id={list}>
        {suggestedMetrics(page?.analysis ?? null).map((metric) => (
          <option key={metric} value={metric} />
        ))}
      </datalist>
    </>
  );
}

function previewOf(page: EditedPage | null, budget: Budget | undefined, limit: number) {
  if (page === null) return undefined;
  const one = budget?.limits[limit];
  return budget && one ? page.judge({ ...budget, limits: [one] }) : null;
}

function withBudget(all: readonly DraftBudget[], id: number, change: (budget: DraftBudget) => DraftBudget) {
  return all.map((budget) => (budget.id === id ? change(budget) : budget));
}

/** Adds budgets to begin from; one that is there already gets a number. */
function Presets({ editor, recorded }: { readonly editor: BudgetEditor; readonly recorded: Budget | null }) {
  function add(budget: Budget): void {
    editor.edit((all) => {
      const names = new Set(all.map(({ name }) => name));
      let { name } = budget;
      for (let count = 2; names.has(name); count += 1) name = `${budget.name} (${count})`;
      return [...all, ...draftOf([{ ...budget, name }])];
    });
  }
  return (
    <div class="presets">
      <span>Add</span>
      <button type="button" class="button" onClick={() => add({ name: 'New budget', match: '*', limits: [] })}>
        Empty budget
      </button>
      <button type="button" class="button" onClick={() => add(STARTER_BUDGET)}>
        Starter
      </button>
      <button type="button" class="button" onClick={() => add(CORE_WEB_VITALS_BUDGET)}>
        Core Web Vitals
      </button>
      {recorded && (
        <button
          type="button"
          class="button"
          title="The 75th percentile of what this session recorded of such pages, plus a margin"
          onClick={() => add(recorded)}
        >
          From this session
        </button>
      )}
    </div>
  );
}
