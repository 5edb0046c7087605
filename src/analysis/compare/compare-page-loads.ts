import { type BudgetChange, compareBudgets } from './compare-budgets.ts';
import { compareFindings, type FindingComparison } from './compare-findings.ts';
import { compareMetrics, type MetricChange } from './compare-metrics.ts';
import { compareResources, type ResourceChange } from './compare-resources.ts';
import { compareTotals, type TotalChange } from './compare-totals.ts';
import { compareWork, type WorkComparison } from './compare-work.ts';
import { type ComparedPage, partOf } from './compared-part.ts';

/** Two page loads side by side, the first the one to start from. What is not known is null or `unknown`, never 0. */
export interface PageComparison {
  readonly metrics: readonly MetricChange[];
  readonly totals: readonly TotalChange[];
  readonly budgets: readonly BudgetChange[];
  readonly findings: FindingComparison;
  readonly resources: readonly ResourceChange[];
  readonly work: WorkComparison;
}

/** Compares page loads, or views of them. The other way round, it says the opposite of everything. */
export function comparePageLoads(a: ComparedPage, b: ComparedPage): PageComparison {
  const [before, after] = [partOf(a), partOf(b)];
  return {
    metrics: compareMetrics(before.metrics, after.metrics),
    totals: compareTotals(before.resources, after.resources),
    budgets: compareBudgets(before.budgetResults, after.budgetResults),
    findings: compareFindings(before.insights, after.insights),
    resources: compareResources(before.resources, after.resources),
    work: compareWork(before, after),
  };
}
