import type { ResourceRecord } from '../../model/resources.ts';
import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { mergeByStart } from '../merge-by-start.ts';
import { isOnWire } from '../url.ts';

/** All moments in ms from the time origin; lists by start time. */
export interface InteractiveInput {
  readonly firstContentfulPaint: Milliseconds;
  readonly domContentLoaded: Milliseconds;
  readonly longTasks: readonly LongTaskRecord[];
  readonly resources: readonly ResourceRecord[];
  /** How long the page was watched: a quiet window must end before it. */
  readonly observedUntil: Milliseconds;
}

/** https://web.dev/articles/tti: five seconds without long tasks and with at most two requests in flight. */
export const QUIET_WINDOW_MS = 5000;

interface Busy {
  readonly startTime: Milliseconds;
  readonly end: Milliseconds;
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

function quietWindowStart(input: InteractiveInput): Milliseconds | null {
  let quietFrom = input.firstContentfulPaint;
  const crowded = crowdedSpans(input.resources);
  const tasks = input.longTasks.map(({ startTime, duration }) => ({ startTime, end: startTime + duration }));
  for (const { startTime, end } of mergeByStart<Busy>(crowded, tasks)) {
    if (startTime - quietFrom >= QUIET_WINDOW_MS) return quietFrom;
    quietFrom = Math.max(quietFrom, end);
  }
  return input.observedUntil - quietFrom >= QUIET_WINDOW_MS ? quietFrom : null;
}

/** Spans with three or more requests in flight: from each start until the third-latest end among those started so far. */
function crowdedSpans(resources: readonly ResourceRecord[]): readonly Busy[] {
  const spans: Busy[] = [];
  let latest = -1;
  let second = -1;
  let third = -1;
  for (const { url, startTime, duration } of resources) {
    if (!isOnWire(url)) continue;
    const end = startTime + duration;
    if (end > latest) [latest, second, third] = [end, latest, second];
    else if (end > second) [second, third] = [end, second];
    else if (end > third) third = end;
    if (third > startTime) spans.push({ startTime, end: third });
  }
  return spans;
}
