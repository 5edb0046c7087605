import { METRIC_NAMES, type MetricName, type MetricRecord } from '../../model/metrics.ts';
import { type Change, changeOf, type Direction, directionOf } from './change.ts';

/** A metric of two page loads; null where there is no such view. */
export interface MetricChange extends Pick<Change, 'difference'> {
  readonly name: MetricName;
  readonly a: MetricRecord | null;
  readonly b: MetricRecord | null;
  /** Unknown too where circumstances made one of them worse. */
  readonly direction: Direction;
}

/** Less is below what a browser's timers and a user's eye tell apart: three frames, a hundredth of CLS. */
const LEAST_MS = 50;
const LEAST_SCORE = 0.01;

/** Every metric, in the order of METRIC_NAMES. */
export function compareMetrics(a: readonly MetricRecord[], b: readonly MetricRecord[]): readonly MetricChange[] {
  return METRIC_NAMES.map((name) => {
    const [before = null, after = null] = [a, b].map((metrics) => metrics.find((metric) => metric.name === name));
    const isSound = before?.state === 'measured' && after?.state === 'measured';
    const least = name === 'CLS' ? LEAST_SCORE : LEAST_MS;
    const { difference } = changeOf(before?.value ?? null, after?.value ?? null);
    const direction = isSound ? directionOf(before.value, after.value, least) : 'unknown';
    return { name, a: before, b: after, difference, direction };
  });
}
