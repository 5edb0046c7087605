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
  const merged: T[] = [];
  let next = 0;
  for (const item of sorted) {
    for (let other = later[next]; other !== undefined && other.startTime < item.startTime; other = later[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(item);
  }
  return merged.concat(later.slice(next));
}
