import type { BudgetResult } from '../../model/budget.ts';

/** Results by level (error first), then by how many times they are over their limit; equal ones keep their order. */
export function worstFirst(results: readonly BudgetResult[]): readonly BudgetResult[] {
  return results.toSorted(
    (a, b) => Number(b.level === 'error') - Number(a.level === 'error') || timesOver(b) - timesOver(a),
  );
}

/** How many times the limit was used up; a limit of 0 that is exceeded counts as used up without end. */
function timesOver({ actual, expected }: BudgetResult): number {
  if (actual === null || expected === null) return 0;
  if (expected > 0) return actual / expected;
  return actual > 0 ? Number.MAX_VALUE : 0;
}
