import { ratingLabel } from '../../analysis/format.ts';
import type { MetricRecord } from '../../model/metrics.ts';
import type { ToneText } from './session-text.ts';
import { TONE_OF_RATING } from './tone.ts';

/** The verdict on a metric in words: its rating, or why it has none. */
export function metricVerdict(metric: MetricRecord): ToneText {
  // In a file nothing is still to come.
  const isOver = metric.state === 'unsupported' || metric.final;
  if (metric.value === null && isOver) return { tone: 'none', text: 'Not measured' };
  if (metric.value === null) return { tone: 'none', text: 'Nothing to measure yet' };
  const label = ratingLabel(metric.rating);
  const text = label.charAt(0).toUpperCase() + label.slice(1);
  return { tone: metric.rating ? TONE_OF_RATING[metric.rating] : 'none', text: metric.final ? text : `${text} so far` };
}

/** What to know about a metric beside its value: why it is missing or not to be trusted as it stands. */
export function metricCaveat(metric: MetricRecord): string | null {
  if (metric.state === 'inflated') return `Inflated: ${metric.stateReason ?? 'the circumstances made it worse'}`;
  return metric.state === 'measured' ? null : metric.stateReason;
}
