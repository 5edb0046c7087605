import type { PageAnalysis } from '../../model/analysis.ts';
import type { Budget } from '../../model/budget.ts';
import type { ViewValues } from '../../model/budget-history.ts';
import { METRIC_NAMES } from '../../model/metrics.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import { matchesBudget } from './budget-match.ts';
import { RESOURCE_CLASSES } from './limits/resources.ts';
import { samplesOf } from './page-samples.ts';

/** What is kept of every view, so that a relative limit has a baseline from the day on which it is written. */
const ALWAYS_KEPT: readonly string[] = [
  ...METRIC_NAMES,
  'dom-content-loaded',
  'load',
  'long-task-count',
  'long-task-blocking-time',
  'longest-interaction',
  'largest-resource',
  'request-status:errors',
  ...RESOURCE_CLASSES.flatMap((name) => [`resource-size:${name}`, `resource-count:${name}`]),
];

/** Views and values of a page load that are kept; more would weigh on every list of page loads. */
const MAX_VIEWS = 10;
const MAX_VALUES = 150;

/** What is kept of a page load for baselines: the usual metrics, and what budgets limit. */
export function valuesOf(
  pageLoad: PageLoadRecord,
  page: PageAnalysis,
  budgets: readonly Budget[],
): readonly ViewValues[] {
  const matching = budgets.filter((budget) => page.views.some(({ url }) => matchesBudget(budget, url)));
  const limited = matching.flatMap(({ limits }) => limits.map(({ metric }) => metric));
  const metrics = [...new Set([...ALWAYS_KEPT, ...limited])].slice(0, MAX_VALUES);
  return samplesOf(pageLoad, page)
    .slice(0, MAX_VIEWS)
    .map(({ pattern, value }) => {
      const measured = metrics.flatMap((metric) => {
        const known = value(metric);
        return known === null ? [] : [[metric, known] as const];
      });
      return { pattern, values: Object.fromEntries(measured) };
    });
}
