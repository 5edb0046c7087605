import type { LimitUnit } from '../../model/budget.ts';
import { METRIC_NAMES } from '../../model/metrics.ts';
import { apiErrorRate, apiResponseTime } from './limits/api.ts';
import { fileSize, largestResource } from './limits/file-size.ts';
import { foreignMetric } from './limits/foreign.ts';
import { heapGrowth } from './limits/heap-growth.ts';
import { loadEvent } from './limits/load-event.ts';
import { longestInteraction, longTaskBlockingTime, longTaskCount } from './limits/main-thread.ts';
import { serverTiming, userTiming } from './limits/named-timings.ts';
import { requestStatus } from './limits/request-status.ts';
import { resourceCount, resourceSize } from './limits/resources.ts';
import { viewMetric } from './limits/view-metric.ts';
import { type BudgetScope, type LimitMetric, type Measurement, notMeasured } from './measurement.ts';

/** Every kind of limit by the part of its key before the colon. */
export const LIMIT_METRICS: ReadonlyMap<string, LimitMetric> = new Map<string, LimitMetric>([
  ...METRIC_NAMES.map((name): [string, LimitMetric] => [name, viewMetric(name)]),
  ['dom-content-loaded', loadEvent('domContentLoaded')],
  ['load', loadEvent('load')],
  ['long-task-count', longTaskCount],
  ['long-task-blocking-time', longTaskBlockingTime],
  ['longest-interaction', longestInteraction],
  ['resource-size', resourceSize],
  ['resource-count', resourceCount],
  ['file-size', fileSize],
  ['largest-resource', largestResource],
  ['request-status', requestStatus],
  ['user-timing', userTiming],
  ['server-timing', serverTiming],
  ['api-response-time', apiResponseTime],
  ['api-error-rate', apiErrorRate],
  ['heap-growth', heapGrowth],
  ['speed-index', foreignMetric('Speed Index')],
  ['first-meaningful-paint', foreignMetric('First Meaningful Paint')],
  ['max-potential-fid', foreignMetric('Max Potential FID')],
]);

/** Unit and measure of a limit's key, such as `LCP` or `resource-size:image`; `problem` when it is none, and then never measured. */
export interface KeyedMetric {
  readonly unit: LimitUnit;
  readonly problem: string | null;
  measure(scope: BudgetScope): Measurement;
}

/** Looks up a limit's key. */
export function limitMetric(key: string): KeyedMetric {
  const colon = key.indexOf(':');
  const kind = colon < 0 ? key : key.slice(0, colon);
  const argument = colon < 0 ? '' : key.slice(colon + 1);
  const metric = LIMIT_METRICS.get(kind);
  if (metric === undefined) {
    const problem = `Vitalog knows no limit named "${key}"; correct it in the budget.`;
    return { unit: 'count', problem, measure: () => notMeasured(problem) };
  }
  const problem = metric.problem(argument);
  const measure = (scope: BudgetScope) => (problem === null ? metric.measure(scope, argument) : notMeasured(problem));
  return { unit: metric.unit, problem, measure };
}
