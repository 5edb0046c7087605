import type { Milliseconds } from '../model/units.ts';

interface Timed {
  readonly startTime: Milliseconds;
}

/**
 * `sorted` with `added` (in any order) put in by start time; equal times keep the order in which they came, so that it does not
 * matter in how many steps a list was made. Linear when what is added starts late, as it does while a page is being observed.
 */
export function mergeByStart<T extends Timed>(sorted: readonly T[], added: readonly T[]): readonly T[] {
  if (added.length === 0) return sorted;
  const later = added.toSorted((a, b) => a.startTime - b.startTime);
  // What is before the first of them stays as it is: copied in one go, not item by item.
  const first = later[0]?.startTime ?? 0;
  const kept = firstIndexAfter(sorted, first);
  if (kept === sorted.length) return sorted.concat(later);
  const merged: T[] = sorted.slice(0, kept);
  let next = 0;
  for (const item of sorted.slice(kept)) {
    for (let other = later[next]; other !== undefined && other.startTime < item.startTime; other = later[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(item);
  }
  return merged.concat(later.slice(next));
}

/** Where the items later than a moment begin. Binary search. */
function firstIndexAfter(sorted: readonly Timed[], moment: Milliseconds): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.startTime ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
