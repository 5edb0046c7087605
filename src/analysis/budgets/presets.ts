import type { Budget, Limit } from '../../model/budget.ts';
import type { MetricName } from '../../model/metrics.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import type { BaselineSample } from './baseline.ts';
import { limitMetric } from './limit-metrics.ts';
import { percentile } from './percentile.ts';

const CORE: readonly MetricName[] = ['LCP', 'INP', 'CLS'];

/** The Core Web Vitals at their published thresholds: what needs improvement warns, what is poor fails. */
export const CORE_WEB_VITALS_BUDGET: Budget = {
  name: 'Core Web Vitals',
  match: '*',
  limits: CORE.map((metric): Limit => {
    const [warn, error] = METRIC_THRESHOLDS[metric];
    return { metric, warn, error };
  }),
};

/** What a budget made from recordings limits. */
const SESSION_METRICS: readonly string[] = [
  ...['LCP', 'CLS', 'INP', 'FCP', 'TTFB', 'TBT', 'load'],
  ...['resource-size:total', 'resource-size:script', 'resource-size:stylesheet', 'resource-size:image'],
  ...['resource-size:font', 'resource-count:total', 'resource-count:third-party'],
];

/** The percentile at which field data is judged (https://web.dev/articles/vitals). */
const PERCENTILE = 75;
/** Room above what was recorded, so that chance alone breaks nothing. */
const WARN_MARGIN = 0.1;
const ERROR_MARGIN = 0.25;

/** A budget for pages of a kind (see `urlPattern`): the 75th percentile of what was recorded of them, plus a margin. Null without any. */
export function sessionBudget(pattern: string, samples: readonly BaselineSample[]): Budget | null {
  const same = samples.filter((sample) => sample.pattern === pattern);
  const limits = SESSION_METRICS.flatMap((metric): readonly Limit[] => {
    const values = same.map((sample) => sample.value(metric)).filter((value) => value !== null);
    const typical = percentile(values, PERCENTILE);
    if (typical === null || typical === 0) return [];
    return [{ metric, warn: rounded(metric, typical, WARN_MARGIN), error: rounded(metric, typical, ERROR_MARGIN) }];
  });
  // The search of recorded pages may be any.
  return limits.length === 0 ? null : { name: `As recorded: ${pattern}`, match: [pattern, `${pattern}?*`], limits };
}

/** With the margin, up to a number that people would write. */
function rounded(metric: string, value: number, margin: number): number {
  // 3000 * 1.1 is 3300.0000000000005, which would be rounded up.
  const wanted = Number((value * (1 + margin)).toPrecision(12));
  if (limitMetric(metric).unit === 'score') return Math.ceil(wanted * 1000) / 1000;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(wanted)) - 1);
  return Math.ceil(wanted / step) * step;
}
