import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { mergeByStart } from '../merge-by-start.ts';
import { type CrowdedSpan, QUIET_WINDOW_MS } from './crowded-spans.ts';

/** All moments in ms from the time origin; lists by start time. */
export interface InteractiveInput {
  readonly firstContentfulPaint: Milliseconds;
  readonly domContentLoaded: Milliseconds;
  readonly longTasks: readonly LongTaskRecord[];
  /** When more than two requests were in flight. */
  readonly crowded: readonly CrowdedSpan[];
  /** How long the page was watched: a quiet window must end before it. */
  readonly observedUntil: Milliseconds;
}

/**
 * The moment of Time to Interactive: the end of the last long task before the first quiet window after FCP, and not before FCP
 * or DOMContentLoaded. Null while there is no such window. Requests whose entries did not come yet (they have not ended) are
 * not seen, so the answer can still move while the page loads.
 */
export function timeToInteractive(input: InteractiveInput): Milliseconds | null {
  const { firstContentfulPaint, domContentLoaded, longTasks } = input;
  const quietFrom = quietWindowStart(input);
  if (quietFrom === null) return null;
  let lastTaskEnd = 0;
  for (const { startTime, duration } of longTasks) {
    if (startTime >= quietFrom) break;
    lastTaskEnd = startTime + duration;
  }
  return Math.max(firstContentfulPaint, domContentLoaded, lastTaskEnd);
}

function quietWindowStart({
  firstContentfulPaint,
  crowded,
  longTasks,
  observedUntil,
}: InteractiveInput): Milliseconds | null {
  let quietFrom = firstContentfulPaint;
  const tasks = longTasks.map(({ startTime, duration }) => ({ startTime, end: startTime + duration }));
  for (const { startTime, end } of mergeByStart<CrowdedSpan>(crowded, tasks)) {
    if (startTime - quietFrom >= QUIET_WINDOW_MS) return quietFrom;
    quietFrom = Math.max(quietFrom, end);
  }
  return observedUntil - quietFrom >= QUIET_WINDOW_MS ? quietFrom : null;
}
