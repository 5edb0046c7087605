/** Above this, keeping a short list in order costs more than sorting all. */
const MAX_KEPT = 50;

/**
 * The `n` items with the largest value, the largest first; of equal ones the earlier comes first. A short list is made in one
 * pass, so that naming the ten largest of 100,000 requests does not sort them all.
 */
export function topBy<T>(items: readonly T[], n: number, rank: (item: T) => number): readonly T[] {
  if (n > MAX_KEPT) return items.toSorted((a, b) => rank(b) - rank(a)).slice(0, n);
  const top: { readonly item: T; readonly value: number }[] = [];
  for (const item of items) {
    const value = rank(item);
    const last = top.at(-1);
    if (top.length >= n && (last === undefined || value <= last.value)) continue;
    const at = top.findLastIndex((other) => other.value >= value) + 1;
    top.splice(at, 0, { item, value });
    if (top.length > n) top.pop();
  }
  return top.map(({ item }) => item);
}
