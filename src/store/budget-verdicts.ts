import { type BudgetHistory, NO_BUDGET_HISTORY } from '../model/budget-history.ts';
import type { ViolationCounts } from '../model/page-load-summary.ts';
import { withDatabase } from './database.ts';

/** What is kept of how a page load came out under budgets. */
export interface BudgetVerdict {
  readonly violations: ViolationCounts;
  readonly budgetHistory: BudgetHistory;
}

/**
 * Keeps how a page load came out; `decide` makes it from what is kept so far, synchronously. The page load's revision stays: its
 * entries did not change. Nothing is written when nothing is new, or when the page load is gone: then false.
 */
export function keepVerdict(pageLoadId: string, decide: (kept: BudgetHistory) => BudgetVerdict): Promise<boolean> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['pageLoads', 'history'], 'readwrite');
    const pageLoads = transaction.objectStore('pageLoads');
    const history = transaction.objectStore('history');
    const keep = async () => {
      const [record, left] = await Promise.all([pageLoads.get(pageLoadId), history.get(pageLoadId)]);
      const known = record ?? left;
      if (known === undefined) return false;
      const { violations, budgetHistory = NO_BUDGET_HISTORY } = known;
      const verdict = decide(budgetHistory);
      if (JSON.stringify(verdict) === JSON.stringify({ violations, budgetHistory })) return false;
      await Promise.all([
        record && pageLoads.put({ ...record, ...verdict }),
        left && history.put({ ...left, ...verdict }),
      ]);
      return true;
    };
    const [isWritten] = await Promise.all([keep(), transaction.done]);
    return isWritten;
  });
}
