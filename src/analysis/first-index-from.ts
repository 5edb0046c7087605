import type { Milliseconds } from '../model/units.ts';

/** Where in a list in order of time the first item from a moment on stands; its length when all are earlier. Binary search. */
export function firstIndexFrom<T>(
  sorted: readonly T[],
  moment: Milliseconds,
  timeOf: (item: T) => Milliseconds,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && timeOf(item) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
