import { type Budget, type BudgetLevel, type BudgetResult, DEFAULT_BASELINE, type Limit } from '../../model/budget.ts';
import { type BaselineSample, baselineOf } from './baseline.ts';
import { type JudgedLimit, judgeLimit } from './judge-limit.ts';
import { limitMetric } from './limit-metrics.ts';
import type { BudgetedPage, BudgetScope } from './measurement.ts';
import { type GrowingTallies, scopesOf } from './page-scope.ts';

/** Holds a page load against budgets; `samples` are what relative limits are compared with. */
export type BudgetEvaluator = (
  page: BudgetedPage,
  budgets: readonly Budget[],
  samples?: readonly BaselineSample[],
) => readonly BudgetResult[];

/**
 * Holds a page load against every budget that is about it, limit by limit, in the budgets' own order. Each view is judged by
 * itself; the result of a limit is that of its worst view. `samples` are what relative limits are compared with: views of page
 * loads before this one, oldest first.
 */
export function evaluateBudgets(
  page: BudgetedPage,
  budgets: readonly Budget[],
  samples: readonly BaselineSample[] = [],
): readonly BudgetResult[] {
  return createBudgetEvaluator()(page, budgets, samples);
}

/** `evaluateBudgets` for one page load that grows: what was counted among its requests is not counted again. */
export function createBudgetEvaluator(): BudgetEvaluator {
  const growing: GrowingTallies = new Map();
  return (page, budgets, samples = []) =>
    budgets.flatMap((budget) => {
      const scopes = scopesOf(page, budget, growing);
      return budget.limits.flatMap((limit) => evaluate(budget, limit, scopes, samples));
    });
}

interface JudgedView {
  readonly scope: BudgetScope;
  readonly judged: JudgedLimit;
  readonly rank: number;
}

function evaluate(
  budget: Budget,
  limit: Limit,
  scopes: readonly BudgetScope[],
  samples: readonly BaselineSample[],
): readonly BudgetResult[] {
  const { unit, measure } = limitMetric(limit.metric);
  const views = scopes.flatMap((scope): readonly JudgedView[] => {
    const baseline =
      limit.relativeTo === undefined
        ? undefined
        : baselineOf(limit.metric, scope.view.url, budget.baseline ?? DEFAULT_BASELINE, samples);
    const judged = judgeLimit(limit, unit, measure(scope), baseline);
    return judged === null ? [] : [{ scope, judged, rank: rankOf(judged) }];
  });
  const [first, ...others] = views;
  if (first === undefined) return [];
  const worst = others.reduce((a, b) => (b.rank > a.rank || (b.rank === a.rank && isOver(b, a)) ? b : a), first);
  const verdicts = views.map(({ scope: { view }, judged: { level, actual } }) => ({
    viewId: view.viewId,
    level,
    actual,
  }));
  return [
    {
      budget: budget.name,
      ...worst.judged,
      viewId: worst.scope.view.viewId,
      views: verdicts.length > 1 ? verdicts : [],
    },
  ];
}

const RANKS: Readonly<Record<Exclude<BudgetLevel, 'not-measured'>, number>> = { pass: 1, warn: 3, error: 4 };

/** A view of which nothing is known says nothing of the others; one that is known in part keeps them from passing. */
function rankOf({ level, atLeast }: JudgedLimit): number {
  if (level !== 'not-measured') return RANKS[level];
  return atLeast ? 2 : 0;
}

/** Of views that come out alike, the one with the larger value is the one to look at. */
function isOver(a: JudgedView, b: JudgedView): boolean {
  return (a.judged.actual ?? -1) > (b.judged.actual ?? -1);
}
