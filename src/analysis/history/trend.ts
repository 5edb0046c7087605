import type { Budget, LimitUnit } from '../../model/budget.ts';
import type { MetricSummary } from '../../model/page-load-summary.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import { matchesBudget } from '../budgets/budget-match.ts';
import { percentile } from '../budgets/percentile.ts';
import { doesNotMeasure } from '../metrics/metric-support.ts';
import type { PageLoadFacts, ViewFacts } from './page-load-facts.ts';

/** What a trend can be of, as limits name it. */
export const TREND_METRICS = ['LCP', 'CLS', 'INP', 'TBT', 'resource-size:total', 'resource-count:total'] as const;
export type TrendMetric = (typeof TREND_METRICS)[number];

/** What of all values is at or below this line, web-vitals judges a page by (https://web.dev/articles/vitals). */
const P75 = 75;

/** One page load, or a view of it, in a trend. */
export interface TrendPoint {
  readonly load: PageLoadFacts;
  readonly view: ViewFacts;
  readonly value: number;
}

/** The strictest limits that budgets set; null where none does. */
export interface TrendLimits {
  readonly warn: number | null;
  readonly error: number | null;
}

/** How a metric of pages of one kind went. */
export interface Trend {
  readonly metric: TrendMetric;
  readonly unit: LimitUnit;
  /** The oldest first. */
  readonly points: readonly TrendPoint[];
  /** Views of the kind that have no value to go by: not measured, disturbed, or not known in full. */
  readonly withoutValue: number;
  /** Of those, the ones whose browser does not measure it, and its name in a sentence: `Firefox does not measure this`. */
  readonly unsupported: number;
  readonly lacks: readonly string[];
  readonly p75: number | null;
  readonly limits: TrendLimits;
}

/** A kind of pages, and how many views of it are known. */
export interface KnownPattern {
  readonly pattern: string;
  readonly views: number;
}

/** The kinds of the pages, the most frequent first. */
export function knownPatterns(loads: readonly PageLoadFacts[]): readonly KnownPattern[] {
  const counts = new Map<string, number>();
  for (const { pattern } of loads.flatMap(({ views }) => views)) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  return [...counts].map(([pattern, views]) => ({ pattern, views })).sort((a, b) => b.views - a.views);
}

/** The trend of a metric over the views of one pattern, held against the limits that apply to the newest of them. */
export function trendOf(
  loads: readonly PageLoadFacts[],
  pattern: string,
  metric: TrendMetric,
  budgets: readonly Budget[],
): Trend {
  const views = loads
    .flatMap((load) => load.views.map((view) => ({ load, view })))
    .filter(({ view }) => view.pattern === pattern)
    .sort((a, b) => startOf(a.view) - startOf(b.view));
  const points = views.flatMap(({ load, view }): readonly TrendPoint[] => {
    const value = valueIn(view, metric);
    return value === null ? [] : [{ load, view, value }];
  });
  const unsupported = views.filter(({ view }) => lookUp(view, metric)?.state === 'unsupported');
  const values = points.map(({ value }) => value);
  return {
    metric,
    unit: UNITS[metric],
    points,
    withoutValue: views.length - points.length,
    unsupported: unsupported.length,
    lacks: [...new Set(unsupported.map(({ load }) => doesNotMeasure(load)))],
    p75: percentile(values, P75),
    limits: limitsOn(views.at(-1)?.view.url ?? pattern, metric, budgets),
  };
}

const UNITS: Readonly<Record<TrendMetric, LimitUnit>> = {
  LCP: 'ms',
  CLS: 'score',
  INP: 'ms',
  TBT: 'ms',
  'resource-size:total': 'bytes',
  'resource-count:total': 'count',
};

function valueIn(view: ViewFacts, metric: TrendMetric): number | null {
  switch (metric) {
    case 'resource-size:total':
      return view.bytes;
    case 'resource-count:total':
      return view.requests;
    default: {
      const known = lookUp(view, metric);
      return known?.state === 'measured' ? known.value : null;
    }
  }
}

function lookUp({ metrics }: ViewFacts, metric: TrendMetric): MetricSummary | undefined {
  return metric === 'resource-size:total' || metric === 'resource-count:total' ? undefined : metrics[metric];
}

function limitsOn(url: string, metric: TrendMetric, budgets: readonly Budget[]): TrendLimits {
  const limits = budgets
    .filter((budget) => matchesBudget(budget, url))
    .flatMap((budget) => budget.limits)
    .filter((limit) => limit.metric === metric && limit.relativeTo === undefined);
  const strictest = (values: readonly (number | undefined)[]) => {
    const set = values.filter((value) => value !== undefined);
    return set.length > 0 ? Math.min(...set) : null;
  };
  return { warn: strictest(limits.map(({ warn }) => warn)), error: strictest(limits.map(({ error }) => error)) };
}

function startOf({ startedAt }: ViewFacts): EpochMilliseconds {
  return startedAt;
}
