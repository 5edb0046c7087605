// Takes the place of web-vitals' own module of this name (`vite.config.ts`): ratings are analysis' to give, and every change is reported.

/** What tells `callback` of a metric when its value is another than it was told last. */
export function bindReporter<T extends { readonly value: number }>(
  callback: (metric: T) => void,
  metric: T,
): () => void {
  let told = -1;
  return () => {
    if (metric.value < 0 || metric.value === told) return;
    callback(metric);
    // Cut off before, it is told again.
    told = metric.value;
  };
}
