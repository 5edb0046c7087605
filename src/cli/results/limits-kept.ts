import type { BudgetResult } from '../../model/budget.ts';
import type { FailOn } from '../args.ts';

/** How many limits are not kept at a level at which the run shall fail: `warn` includes errors. */
export function limitsNotKept(results: readonly BudgetResult[], failOn: FailOn): number {
  return results.filter(({ level }) => level === 'error' || (failOn === 'warn' && level === 'warn')).length;
}
