import type { BaselineSample } from '../../analysis/budgets/baseline.ts';
import { evaluateBudgets } from '../../analysis/budgets/evaluate-budgets.ts';
import { sessionBudget } from '../../analysis/budgets/presets.ts';
import { urlPattern } from '../../analysis/budgets/url-pattern.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import type { Budget, BudgetResult } from '../../model/budget.ts';

/** The page that budgets are tried on while they are written. */
export interface EditedPage {
  readonly analysis: PageAnalysis;
  /** A budget made from what this session recorded of such pages; null while it recorded nothing to limit. */
  readonly recorded: Budget | null;
  /** The verdict on a budget of one limit; null when it is not about this page. */
  judge(budget: Budget): BudgetResult | null;
}

/** `earlier`: what relative limits of this page are compared with; `session`: all that this session recorded. */
export function editedPage(
  analysis: PageAnalysis,
  earlier: readonly BaselineSample[],
  session: readonly BaselineSample[],
): EditedPage {
  const url = analysis.views[0]?.url ?? '';
  return {
    analysis,
    recorded: sessionBudget(urlPattern(url), session),
    judge: (budget) => evaluateBudgets(analysis, [budget], earlier)[0] ?? null,
  };
}
