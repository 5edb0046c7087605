/** Numbers in ascending order, to which more come. */
export interface SortedNumbers {
  add(value: number): void;
  /** All so far in order, until the next call. */
  values(): readonly number[];
}

/** None yet. Adding is constant; `values` sorts what was added since its last call, and merges it in one pass. */
export function createSortedNumbers(): SortedNumbers {
  let sorted: number[] = [];
  let added: number[] = [];
  return {
    add: (value) => void added.push(value),
    values() {
      if (added.length === 0) return sorted;
      added.sort((a, b) => a - b);
      const last = sorted.at(-1);
      // The usual case for moments: they come in order.
      if (last === undefined || (added[0] ?? last) >= last) for (const value of added) sorted.push(value);
      else sorted = merge(sorted, added);
      added = [];
      return sorted;
    },
  };
}

function merge(a: readonly number[], b: readonly number[]): number[] {
  const merged: number[] = [];
  let next = 0;
  for (const value of a) {
    for (let other = b[next]; other !== undefined && other < value; other = b[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(value);
  }
  for (const value of b.slice(next)) merged.push(value);
  return merged;
}
