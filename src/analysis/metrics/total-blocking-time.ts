import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';

/** A task blocks for the part of it over this: https://w3c.github.io/longtasks/#sec-terminology */
export const LONG_TASK_MS = 50;

/** The blocking part of a task of this length. */
export function blockingTime(duration: Milliseconds): Milliseconds {
  return Math.max(0, duration - LONG_TASK_MS);
}

/**
 * Total Blocking Time: the blocking parts of the long tasks from FCP to TTI (https://web.dev/articles/tbt). A task that crosses
 * a border counts with what lies inside, as in Lighthouse.
 */
export function totalBlockingTime(
  longTasks: readonly LongTaskRecord[],
  firstContentfulPaint: Milliseconds,
  timeToInteractive: Milliseconds,
): Milliseconds {
  return longTasks.reduce((sum, { startTime, duration }) => {
    const start = Math.max(startTime, firstContentfulPaint);
    const end = Math.min(startTime + duration, timeToInteractive);
    return sum + blockingTime(end - start);
  }, 0);
}
