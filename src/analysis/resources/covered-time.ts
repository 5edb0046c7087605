import type { Milliseconds } from '../../model/units.ts';

interface Span {
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
}

/** How long at least one of the spans was going on, as they come. */
export interface CoveredTime {
  add(span: Span): void;
  total(): Milliseconds;
}

/** No span yet. Overlaps count once. Spans in order of start cost nothing; after one that came late all are counted anew. */
export function createCoveredTime(): CoveredTime {
  const spans: Span[] = [];
  let counted = 0;
  let covered = 0;
  let until = Number.NEGATIVE_INFINITY;
  let inOrder = true;
  return {
    add(span) {
      inOrder &&= span.startTime >= (spans.at(-1)?.startTime ?? span.startTime);
      spans.push(span);
    },
    total() {
      if (!inOrder) {
        spans.sort((a, b) => a.startTime - b.startTime);
        [counted, covered, until, inOrder] = [0, 0, Number.NEGATIVE_INFINITY, true];
      }
      for (; counted < spans.length; counted++) {
        const { startTime = 0, duration = 0 } = spans[counted] ?? {};
        const end = startTime + duration;
        if (end <= until) continue;
        covered += end - Math.max(startTime, until);
        until = end;
      }
      return covered;
    },
  };
}
