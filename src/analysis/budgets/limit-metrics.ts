import type { LimitUnit } from '../../model/budget.ts';
import { METRIC_NAMES } from '../../model/metrics.ts';
import { apiErrorRate, apiResponseTime } from './api-limits.ts';
import { fileSize } from './file-limits.ts';
import type { BudgetScope, LimitMetric, Measurement } from './measurement.ts';
import { resourceCount, resourceSize } from './resource-limits.ts';
import { viewMetric } from './view-metric-limits.ts';

/** Every kind of limit by the part of its key before the colon. */
const LIMIT_METRICS: ReadonlyMap<string, LimitMetric> = new Map<string, LimitMetric>([
  ...METRIC_NAMES.map((name): [string, LimitMetric] => [name, viewMetric(name)]),
  ['resource-size', resourceSize],
  ['resource-count', resourceCount],
  ['file-size', fileSize],
  ['api-response-time', apiResponseTime],
  ['api-error-rate', apiErrorRate],
]);

/** Unit and measure of a limit's key, such as `LCP` or `resource-size:image`. A key that is not known is never measured. */
export function limitMetric(key: string): { unit: LimitUnit; measure(scope: BudgetScope): Measurement } {
  const colon = key.indexOf(':');
  const kind = colon < 0 ? key : key.slice(0, colon);
  const argument = colon < 0 ? '' : key.slice(colon + 1);
  const metric = LIMIT_METRICS.get(kind);
  if (metric === undefined) {
    const reason = `Vitalog knows no limit named "${key}"; correct it in the budget.`;
    return { unit: 'count', measure: () => ({ value: null, reason }) };
  }
  return { unit: metric.unit, measure: (scope) => metric.measure(scope, argument) };
}
