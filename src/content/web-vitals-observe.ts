// Takes the place of web-vitals' own module of this name (`vite.config.ts`), which puts each callback into a microtask: what observes
// here is delivered at a time of our own (`deferred-observer.ts`), and each call into a script costs.

/** Calls back with the entries of `types` that the browser supports; undefined when it supports none. */
export function observe(
  types: readonly string[],
  callback: (entries: PerformanceEntryList) => void,
  options: PerformanceObserverInit = {},
): PerformanceObserver | undefined {
  const supported = types.filter((type) => PerformanceObserver.supportedEntryTypes.includes(type));
  if (!supported[0]) return undefined;
  const observer = new PerformanceObserver((list) => {
    const entries = list.getEntries();
    // Those of several types come one type after the other: in the order in which they ended, as web-vitals has it.
    if (supported[1]) entries.sort((a, b) => a.startTime + a.duration - b.startTime - b.duration);
    callback(entries);
  });
  for (const type of supported) observer.observe({ ...options, type, buffered: true });
  return observer;
}
