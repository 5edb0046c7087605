/** Events shorter than this are not recorded; web-vitals' own INP threshold, so that every interaction it weighs is there. */
const EVENT_DURATION_THRESHOLD_MS = 40;

/** Receives live entries of one type, and at the first call how many the browser lost before (null: it does not tell). */
export type EntriesListener = (entries: PerformanceEntryList, droppedBefore: number | null) => void;

/** What the third argument of an observer's callback holds (https://w3c.github.io/performance-timeline/). */
interface CallbackOptions {
  readonly droppedEntriesCount?: number;
}

/**
 * Observes each of `types` that the browser supports with an observer of its own, buffered entries included. Returns what
 * hands over the entries not yet delivered, and what ends it all.
 */
export function observeEntries(types: readonly string[], listener: EntriesListener): { take(): void; stop(): void } {
  const observers = types.map((type) => observeType(type, listener));
  return {
    take() {
      for (const observer of observers) listener(observer.takeRecords(), null);
    },
    stop() {
      for (const observer of observers) observer.disconnect();
    },
  };
}

function observeType(type: string, listener: EntriesListener): PerformanceObserver {
  let first = true;
  // The count grows later though nothing was missed (w3c/performance-timeline #214), so only the first one says something.
  const callback = (list: PerformanceObserverEntryList, _: PerformanceObserver, options?: CallbackOptions) => {
    const dropped = first ? (options?.droppedEntriesCount ?? null) : null;
    first = false;
    listener(list.getEntries(), dropped);
  };
  const observer = new PerformanceObserver(callback);
  observer.observe({
    type,
    buffered: true,
    ...(type === 'event' && { durationThreshold: EVENT_DURATION_THRESHOLD_MS }),
  });
  return observer;
}
