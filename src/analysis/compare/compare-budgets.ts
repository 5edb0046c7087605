import type { BudgetLevel, BudgetResult } from '../../model/budget.ts';
import { byKey, byRank, byText, type Direction, pairs } from './change.ts';

/** One limit on two page loads; null where its budget is not about the page. */
export interface BudgetChange {
  readonly budget: string;
  readonly metric: string;
  readonly a: BudgetResult | null;
  readonly b: BudgetResult | null;
  readonly direction: Direction;
}

/** How bad a level is; one that is not measured has no place among them. */
const RANK: Readonly<Record<BudgetLevel, number | null>> = { pass: 0, warn: 1, error: 2, 'not-measured': null };

/** Every limit that was applied to either, the worst first. */
export function compareBudgets(a: readonly BudgetResult[], b: readonly BudgetResult[]): readonly BudgetChange[] {
  const keyOf = ({ budget, metric }: BudgetResult) => `${budget} ${metric}`;
  const changes = pairs(byKey(a, keyOf), byKey(b, keyOf)).flatMap(({ a: before, b: after }) => {
    const named = before ?? after;
    if (!named) return [];
    const [from, to] = [before, after].map((result) => (result ? RANK[result.level] : null));
    const direction = from == null || to == null ? 'unknown' : byRank(from, to);
    return [{ budget: named.budget, metric: named.metric, a: before, b: after, direction }] as const;
  });
  return changes.toSorted((x, y) => worst(y) - worst(x) || byText(x.budget, y.budget) || byText(x.metric, y.metric));
}

function worst({ a, b }: BudgetChange): number {
  return Math.max(...[a, b].map((result) => (result && RANK[result.level]) ?? -1));
}
