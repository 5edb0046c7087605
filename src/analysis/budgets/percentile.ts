/** The p-th percentile (0 to 100] by nearest rank: the smallest value that at least p % of all do not exceed. Null for none. */
export function percentile(values: readonly number[], p: number): number | null {
  return percentileOfSorted(
    values.toSorted((a, b) => a - b),
    p,
  );
}

/** The same of values in ascending order, for more than one percentile of them. */
export function percentileOfSorted(sorted: readonly number[], p: number): number | null {
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? null;
}
