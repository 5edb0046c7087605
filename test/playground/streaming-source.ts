import type { PageLoadRecord } from '../../src/model/page-load.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import type { SessionSource } from '../../src/panel/session-source.ts';

/** A page load whose entries are stored while one looks on: one chunk at a time, the rest unseen until then. */
export function createStreamingSource(snapshot: PageSnapshot, chunkSize: number, every: number): SessionSource {
  let chunks = 1;
  const total = Math.ceil(snapshot.entries.length / chunkSize);
  const record = (): PageLoadRecord => {
    const stored = Math.min(chunks * chunkSize, snapshot.entries.length);
    const { pageLoad } = snapshot;
    return {
      ...pageLoad,
      state: chunks < total ? 'open' : pageLoad.state,
      revision: chunks,
      ledger: { ...pageLoad.ledger, made: stored, stored, complete: chunks >= total },
    };
  };
  return {
    listPageLoads: async () => [record()],
    getPageLoads: async () => [record()],
    readRequests: async () => ({ requests: snapshot.requests, batches: [] }),
    readEntries: async (_, fromChunk = 0) => ({
      entries: snapshot.entries.slice(fromChunk * chunkSize, chunks * chunkSize),
      nextChunk: chunks,
    }),
    subscribe(listeners) {
      listeners.onSession(snapshot.pageLoad.sessionId);
      const timer = setInterval(() => {
        chunks += 1;
        listeners.onChanged(snapshot.pageLoad.pageLoadId, chunks);
        if (chunks >= total) clearInterval(timer);
      }, every);
      return () => clearInterval(timer);
    },
  };
}
