import type { PageAnalysis } from '../../model/analysis.ts';
import type { Budget, BudgetResult } from '../../model/budget.ts';
import { judgeLimit } from './judge-limit.ts';
import { limitMetric } from './limit-metrics.ts';
import type { BudgetScope } from './measurement.ts';
import { scopeOf } from './page-scope.ts';

/** Holds a page load against every budget that matches it, limit by limit, in the budgets' own order. */
export function evaluateBudgets(
  page: Omit<PageAnalysis, 'budgetResults'>,
  budgets: readonly Budget[],
): readonly BudgetResult[] {
  return budgets.flatMap((budget) => {
    const scope = scopeOf(page, budget.match);
    return scope === null ? [] : evaluate(budget, scope);
  });
}

function evaluate({ name, limits }: Budget, scope: BudgetScope): readonly BudgetResult[] {
  return limits.flatMap((limit) => {
    const { unit, measure } = limitMetric(limit.metric);
    const result = judgeLimit(limit, unit, measure(scope));
    return result === null ? [] : [{ budget: name, ...result }];
  });
}
