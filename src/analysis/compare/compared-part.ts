import type { PageAnalysis, ViewAnalysis } from '../../model/analysis.ts';
import type { BudgetResult } from '../../model/budget.ts';
import type { Insight } from '../../model/insights.ts';
import type { MetricRecord } from '../../model/metrics.ts';
import { viewAt } from '../views.ts';

/** One side of a comparison: a page load with the vitals of its load, or one view of it. */
export interface ComparedPage {
  readonly analysis: PageAnalysis;
  /** Null: the whole page load. */
  readonly viewId: string | null;
}

/** What of a page load is compared. */
export interface ComparedPart
  extends Pick<PageAnalysis, 'resources' | 'layoutShifts' | 'longTasks' | 'insights' | 'supportedEntryTypes'> {
  readonly metrics: readonly MetricRecord[];
  readonly budgetResults: readonly BudgetResult[];
}

/** The page load, or what of it lies in the view. A view that is not there has nothing. */
export function partOf({ analysis, viewId }: ComparedPage): ComparedPart {
  const view = viewId === null ? analysis.views[0] : analysis.views.find((other) => other.viewId === viewId);
  const metrics = view?.metrics ?? [];
  if (viewId === null) return { ...analysis, metrics };
  const isIn = ({ startTime }: { readonly startTime: number }) =>
    viewAt<ViewAnalysis>(analysis.views, startTime)?.viewId === viewId;
  return {
    metrics,
    resources: analysis.resources.filter(isIn),
    layoutShifts: analysis.layoutShifts.filter(isIn),
    longTasks: analysis.longTasks.filter(isIn),
    insights: analysis.insights.map((insight) => insightIn(insight, isIn)),
    budgetResults: analysis.budgetResults.flatMap((result) => resultIn(result, viewId)),
    supportedEntryTypes: analysis.supportedEntryTypes,
  };
}

/** Findings that name no moment are the page load's, not the view's. */
function insightIn(insight: Insight, isIn: (finding: { readonly startTime: number }) => boolean): Insight {
  const findings = insight.findings.filter(({ startTime }) => startTime !== undefined && isIn({ startTime }));
  return { ...insight, findings };
}

/** A limit's verdict on one view, of those that its budget is about. */
function resultIn(result: BudgetResult, viewId: string): readonly BudgetResult[] {
  if (result.viewId === viewId) return [result];
  const verdict = result.views.find((other) => other.viewId === viewId);
  return verdict ? [{ ...result, level: verdict.level, actual: verdict.actual, viewId, offenders: [] }] : [];
}
