/** Events shorter than this are not recorded; web-vitals' own INP threshold, so that every interaction it weighs is there. */
const EVENT_DURATION_THRESHOLD_MS = 40;

/** Receives live entries, and at the first call how many the browser lost before (null: it does not tell). */
export type EntriesListener = (entries: PerformanceEntryList, droppedBefore: number | null) => void;

/** What the third argument of an observer's callback holds (https://w3c.github.io/performance-timeline/). */
interface CallbackOptions {
  readonly droppedEntriesCount?: number;
}

/**
 * Observes `types`, which the browser must support, buffered entries included. One observer for all: a callback costs more
 * than an entry, and entries of several types are handed over together. Returns what hands over the entries not yet
 * delivered.
 */
export function observeEntries(types: readonly string[], listener: EntriesListener): () => void {
  let first = true;
  const observer = new PerformanceObserver(
    (list: PerformanceObserverEntryList, _: PerformanceObserver, options?: CallbackOptions) => {
      listener(list.getEntries(), first ? (options?.droppedEntriesCount ?? null) : null);
      first = false;
    },
  );
  for (const type of types) {
    observer.observe({
      type,
      buffered: true,
      ...(type === 'event' && { durationThreshold: EVENT_DURATION_THRESHOLD_MS }),
    });
  }
  return () => listener(observer.takeRecords(), null);
}
