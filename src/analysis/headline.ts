import type { BudgetLevel, BudgetResult } from '../model/budget.ts';
import { metricLabel } from './budgets/metric-label.ts';
import { worstFirst } from './budgets/worst-first.ts';

/** How many limits came out how. */
export interface LimitCounts {
  readonly held: number;
  readonly warn: number;
  readonly error: number;
  readonly notMeasured: number;
}

/** Limits that the headline names before it says "and 2 more": more do not fit on one line of a docked panel. */
const NAMED_LIMITS = 3;

/** One sentence: how many limits hold, and which do not, the worst first. */
export function headlineOf(results: readonly BudgetResult[], limits: LimitCounts): string {
  if (results.length === 0) return 'No budget applies to this page.';
  const measured = limits.held + limits.warn + limits.error;
  if (measured === 0) return `None of ${results.length} limits could be measured.`;
  const of = `of ${measured} ${limits.notMeasured > 0 ? 'measured ' : ''}${measured === 1 ? 'limit' : 'limits'}`;
  if (limits.error > 0) {
    const also = limits.warn > 0 ? `; ${limits.warn} more ${areAt(limits.warn)} the warning level` : '';
    return `${limits.error} ${of} ${limits.error === 1 ? 'is' : 'are'} broken: ${namesOf(results, 'error')}${also}.`;
  }
  if (limits.warn > 0)
    return `${limits.warn} ${of} ${areAt(limits.warn)} the warning level: ${namesOf(results, 'warn')}.`;
  return measured === 1 ? `The one measured limit holds.` : `All ${of.slice('of '.length)} hold.`;
}

function areAt(count: number): string {
  return count === 1 ? 'is at' : 'are at';
}

function namesOf(results: readonly BudgetResult[], level: BudgetLevel): string {
  const failed = worstFirst(results.filter((result) => result.level === level));
  const names = [...new Set(failed.map((result) => metricLabel(result.metric)))];
  const rest = names.length - NAMED_LIMITS;
  return rest > 0 ? `${names.slice(0, NAMED_LIMITS).join(', ')} and ${rest} more` : names.join(', ');
}
