import type { Milliseconds } from '../../model/units.ts';

interface Timed {
  readonly startTime: Milliseconds;
}

/** The two sources round their moments, and a busy main thread tells one of them late. */
const NEAR_MS = 100;
/** Further apart than this are two requests. */
const MAX_APART_MS = 2000;

/**
 * Pairs the requests of one URL that two sources saw, both in the order of their start: in that order, but one that a source missed
 * is passed over when the next fits better. Each is in one pair at most. Linear.
 */
export function matchRequests<A extends Timed, B extends Timed>(
  first: readonly A[],
  second: readonly B[],
): readonly (readonly [A, B])[] {
  const pairs: (readonly [A, B])[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const a = first[i];
    const b = second[j];
    if (a === undefined || b === undefined) return pairs;
    const apart = b.startTime - a.startTime;
    const surplus = first.length - i - (second.length - j);
    // How far the next of either would be from the other's present one.
    const skipFirst = distance(first[i + 1], b);
    const skipSecond = distance(second[j + 1], a);
    const isNear = Math.abs(apart) <= NEAR_MS;
    if (skipFirst < Math.abs(apart) && (surplus > 0 || !isNear) && skipFirst <= skipSecond) i += 1;
    else if (skipSecond < Math.abs(apart) && (surplus < 0 || !isNear)) j += 1;
    else if (Math.abs(apart) <= MAX_APART_MS) {
      pairs.push([a, b]);
      i += 1;
      j += 1;
    } else if (apart > 0) i += 1;
    else j += 1;
  }
}

function distance(a: Timed | undefined, b: Timed): Milliseconds {
  return a === undefined ? Number.POSITIVE_INFINITY : Math.abs(a.startTime - b.startTime);
}
