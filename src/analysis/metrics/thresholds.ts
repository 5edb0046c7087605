import { CLSThresholds, FCPThresholds, INPThresholds, LCPThresholds, TTFBThresholds } from 'web-vitals';
import type { MetricName, Rating } from '../../model/metrics.ts';

/** Up to the first: good; up to the second: needs improvement; above: poor. In ms, CLS unitless. */
export type Thresholds = readonly [good: number, needsImprovement: number];

/** The five that web-vitals knows are its own; the others are published beside them. */
export const METRIC_THRESHOLDS: Readonly<Record<MetricName, Thresholds>> = {
  LCP: LCPThresholds,
  CLS: CLSThresholds,
  INP: INPThresholds,
  FCP: FCPThresholds,
  TTFB: TTFBThresholds,
  // Retired in 2024 in favour of INP: https://web.dev/articles/fid
  FID: [100, 300],
  // https://developer.chrome.com/docs/lighthouse/performance/lighthouse-total-blocking-time
  TBT: [200, 600],
  // https://developer.chrome.com/docs/lighthouse/performance/interactive
  TTI: [3785, 7300],
};

/** The rating of a metric's value (ms; CLS unitless). */
export function rate(name: MetricName, value: number): Rating {
  const [good, needsImprovement] = METRIC_THRESHOLDS[name];
  if (value <= good) return 'good';
  return value <= needsImprovement ? 'needs-improvement' : 'poor';
}
