import type { BudgetResult } from '../../model/budget.ts';
import { Chevron } from '../components/Chevron.tsx';
import { counted } from '../format.ts';
import { type DraftBudget, emptyLimit } from './draft.ts';
import { Field } from './Field.tsx';
import { LimitRow } from './LimitRow.tsx';
import { SessionSelect } from './SessionSelect.tsx';

interface Props {
  readonly budget: DraftBudget;
  /** What is wrong with a field of this budget. */
  readonly problemOf: (field: string) => string | undefined;
  /** How the page at hand comes out under the limit of an index; see `LimitRow`. */
  readonly previewOf: (limit: number) => BudgetResult | null | undefined;
  readonly metricList: string;
  readonly open: boolean;
  onChange(change: (budget: DraftBudget) => DraftBudget, field: string): void;
  onRemove(): void;
}

/** One budget: the pages that it is about, and its limits. */
export function BudgetFields({ budget, problemOf, previewOf, metricList, open, onChange, onRemove }: Props) {
  const { id, name, limits } = budget;
  const set = (change: Partial<DraftBudget>, field: string) =>
    onChange((known) => ({ ...known, ...change }), `${id}.${field}`);
  const field = (
    member: 'name' | 'match' | 'exclude' | 'firstParty',
    label: string,
    rows?: number,
    placeholder = '',
  ) => (
    <Field
      label={label}
      value={budget[member]}
      {...(rows !== undefined && { rows })}
      placeholder={placeholder}
      problem={problemOf(member)}
      onInput={(value) => set({ [member]: value }, member)}
    />
  );
  return (
    <details class="budget" data-testid="budget" data-name={name} open={open}>
      <summary>
        <Chevron />
        <h3>{name || 'A budget without a name'}</h3>
        <span class="muted">{counted(limits.length, 'limit')}</span>
      </summary>
      <div class="budget-pages">
        {field('name', 'Name')}
        {field('match', 'Pages (one pattern a line)', rowsOf(budget.match), 'https://shop.example/product/*')}
        {field('exclude', 'But not', rowsOf(budget.exclude), '/admin/*')}
        {field('firstParty', 'First-party hosts', rowsOf(budget.firstParty), '*.shop.example')}
      </div>
      {limits.some(({ relative }) => relative) && (
        <fieldset class="budget-baseline">
          <legend>Relative limits are compared with</legend>
          <Field
            label="Page loads before"
            value={budget.last}
            placeholder="10"
            problem={problemOf('baseline')}
            onInput={(value) => set({ last: value }, 'last')}
          />
          <Field
            label="Percentile"
            value={budget.percentile}
            placeholder="50"
            onInput={(value) => set({ percentile: value }, 'percentile')}
          />
          <SessionSelect value={budget.session} onChange={(value) => set({ session: value }, 'session')} />
        </fieldset>
      )}
      <p class="field-error">{problemOf('limits')}</p>
      <ul class="limits" aria-label={`Limits of ${name}`}>
        {limits.map((limit, index) => (
          <LimitRow
            key={limit.id}
            limit={limit}
            problemOf={(member) => problemOf(`limits.${index}.${member}`)}
            preview={previewOf(index)}
            metricList={metricList}
            onChange={(change) => {
              const changed = (known: DraftBudget) => ({
                ...known,
                limits: known.limits.map((other) => (other.id === limit.id ? { ...other, ...change } : other)),
              });
              onChange(changed, `${limit.id}.${Object.keys(change).join()}`);
            }}
            onRemove={() => set({ limits: limits.filter((other) => other.id !== limit.id) }, `remove ${limit.id}`)}
          />
        ))}
      </ul>
      <div class="budget-actions">
        <button
          type="button"
          class="button"
          onClick={() => set({ limits: [...limits, emptyLimit()] }, `add ${limits.length}`)}
        >
          Add a limit
        </button>
        <button type="button" class="text-button" onClick={onRemove}>
          Remove this budget
        </button>
      </div>
    </details>
  );
}

function rowsOf(text: string): number {
  return Math.min(6, text.split('\n').length);
}
