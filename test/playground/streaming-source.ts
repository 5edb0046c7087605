import type { PageLoadRecord } from '../../src/model/page-load.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import type { SessionSource } from '../../src/panel/session-source.ts';

/** When the next chunk is stored: calls back each time, until what it answers is called. */
export type Pace = (next: () => void) => () => void;

/** A chunk every so many milliseconds. */
export function everyMs(ms: number): Pace {
  return (next) => {
    const timer = setInterval(next, ms);
    return () => clearInterval(timer);
  };
}

/** A chunk each time that the window is told by a cancelable event `next-chunk`, which is prevented as long as there is one. */
export const whenTold: Pace = (next) => {
  const onTold = (event: Event) => {
    event.preventDefault();
    next();
  };
  addEventListener('next-chunk', onTold);
  return () => removeEventListener('next-chunk', onTold);
};

/**
 * A page load whose entries, in the order of their time, are stored while one looks on: one chunk at a time, the rest unseen until
 * then. Its record grows as well: views and violations come when their time has, vitals one by one.
 */
export function createStreamingSource(snapshot: PageSnapshot, chunkSize: number, pace: Pace): SessionSource {
  let chunks = 1;
  const { pageLoad } = snapshot;
  const entries = snapshot.entries.toSorted((a, b) => a.startTime - b.startTime);
  const total = Math.ceil(entries.length / chunkSize);
  const record = (): PageLoadRecord => {
    const stored = Math.min(chunks * chunkSize, entries.length);
    const now = chunks < total ? (entries[stored - 1]?.startTime ?? 0) : Number.POSITIVE_INFINITY;
    return {
      ...pageLoad,
      state: chunks < total ? 'open' : pageLoad.state,
      revision: chunks,
      ledger: { ...pageLoad.ledger, made: stored, stored, complete: chunks >= total },
      views: pageLoad.views.filter(({ startTime }) => startTime <= now),
      vitals: pageLoad.vitals.slice(0, Math.ceil((pageLoad.vitals.length * stored) / entries.length)),
      ...(pageLoad.budgetHistory && {
        budgetHistory: {
          ...pageLoad.budgetHistory,
          events: pageLoad.budgetHistory.events.filter(({ at }) => at - pageLoad.timeOrigin <= now),
        },
      }),
    };
  };
  return {
    listPageLoads: async () => [record()],
    getPageLoads: async () => [record()],
    readRequests: async () => ({ requests: snapshot.requests, batches: [] }),
    readEntries: async (_, fromChunk = 0) => ({
      entries: entries.slice(fromChunk * chunkSize, chunks * chunkSize),
      nextChunk: chunks,
    }),
    subscribe(listeners) {
      listeners.onSession(pageLoad.sessionId);
      const stop = pace(() => {
        chunks += 1;
        listeners.onChanged(pageLoad.pageLoadId, chunks);
        if (chunks >= total) stop();
      });
      return stop;
    },
  };
}
