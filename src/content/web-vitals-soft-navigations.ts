// Takes the place of web-vitals' own module of this name (`vite.config.ts`): soft navigations are always asked for here.

/** Whether the browser has soft navigations as web-vitals needs them (https://wicg.github.io/soft-navigations/). */
export function checkSoftNavsEnabled(): boolean {
  const { PerformanceSoftNavigation: Class } = globalThis as {
    PerformanceSoftNavigation?: { readonly prototype: object };
  };
  return !!Class && 'getLargestInteractionContentfulPaint' in Class.prototype;
}

/** Keeps the entries of the last two soft navigations by their id. */
export function storeSoftNavEntry<T extends { readonly navigationId: number }>(
  entries: Map<number, T>,
  entry: T,
): void {
  entries.set(entry.navigationId, entry);
  for (const [id] of entries) if (entries.size > 2) entries.delete(id);
}
