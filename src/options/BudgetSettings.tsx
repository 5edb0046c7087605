import type { BudgetSettings as Budgets } from '../panel/budget-settings.ts';
import { LazyBudgetEditor } from '../panel/budgets/LazyBudgetEditor.tsx';

/** The budgets that pages are held against. A change holds at once, in open panels too. */
export function BudgetSettings({ budgets }: { readonly budgets: Budgets }) {
  return (
    <section class="wide" aria-labelledby="budgets-title">
      <h2 id="budgets-title">Budgets</h2>
      <p class="muted">
        The panel has the same editor, with suggestions from its page and the verdict on it while you type.
      </p>
      <LazyBudgetEditor settings={budgets} page={null} />
    </section>
  );
}
