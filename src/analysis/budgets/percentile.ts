/** The p-th percentile (0 to 100] by nearest rank: the smallest value that at least p % of all do not exceed. Null for none. */
export function percentile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? null;
}
