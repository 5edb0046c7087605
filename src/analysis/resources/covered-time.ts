import type { Milliseconds } from '../../model/units.ts';

interface Span {
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
}

/** How long at least one of the spans was going on: overlaps count once. The spans are in order of start. */
export function coveredTime(spans: readonly Span[]): Milliseconds {
  let covered = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startTime, duration } of spans) {
    const end = startTime + duration;
    if (end <= until) continue;
    covered += end - Math.max(startTime, until);
    until = end;
  }
  return covered;
}
