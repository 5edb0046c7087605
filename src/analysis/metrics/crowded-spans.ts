import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { changedWindow } from '../changed-window.ts';
import { isOnWire } from '../url.ts';

/** https://web.dev/articles/tti: five seconds without long tasks and with at most two requests in flight. */
export const QUIET_WINDOW_MS = 5000;

/** A stretch of time without a quiet window in it, in ms from the time origin. */
export interface CrowdedSpan {
  readonly startTime: Milliseconds;
  readonly end: Milliseconds;
}

/** When three or more requests were in flight, by start. Between two spans there is room for a quiet window, in one there is none. */
export function crowdedSpans(resources: readonly ResourceRecord[]): readonly CrowdedSpan[] {
  return createCrowdedSpans()(resources);
}

/** `crowdedSpans` for a page that grows: a call costs what comes after the first new request, and little more. */
export function createCrowdedSpans(): (resources: readonly ResourceRecord[]) => readonly CrowdedSpan[] {
  let before: readonly ResourceRecord[] = [];
  const marks: State[] = [START];
  let state = START;
  return (resources) => {
    const { from } = changedWindow(before, resources);
    if (from < state.seen) {
      marks.length = marks.findLastIndex(({ seen }) => seen <= from) + 1;
      state = marks.at(-1) ?? START;
    }
    before = resources;
    while (state.seen < resources.length) {
      state = goOn(state, resources.slice(state.seen, state.seen + REQUESTS_A_MARK));
      if (state.seen - (marks.at(-1)?.seen ?? 0) >= REQUESTS_A_MARK) marks.push(state);
    }
    return state.spans;
  };
}

/** The walk can go on from one of these when a request becomes known that started early. */
interface State {
  readonly seen: number;
  /** The latest ends of requests among those seen. */
  readonly ends: readonly [latest: Milliseconds, second: Milliseconds, third: Milliseconds];
  readonly spans: readonly CrowdedSpan[];
}

const START: State = { seen: 0, ends: [-1, -1, -1], spans: [] };

const REQUESTS_A_MARK = 1000;

function goOn({ seen, ends, spans: known }: State, resources: readonly ResourceRecord[]): State {
  let [latest, second, third] = ends;
  const spans = [...known];
  let span = spans.pop();
  for (const { url, startTime, duration } of resources) {
    if (!isOnWire(url)) continue;
    const end = startTime + duration;
    if (end > latest) {
      third = second;
      second = latest;
      latest = end;
    } else if (end > second) {
      third = second;
      second = end;
    } else if (end > third) third = end;
    // Crowded from here until the third-latest end.
    if (third <= startTime) continue;
    if (span !== undefined && startTime - span.end < QUIET_WINDOW_MS) {
      if (third > span.end) span = { startTime: span.startTime, end: third };
    } else {
      if (span !== undefined) spans.push(span);
      span = { startTime, end: third };
    }
  }
  if (span !== undefined) spans.push(span);
  return { seen: seen + resources.length, ends: [latest, second, third], spans };
}
