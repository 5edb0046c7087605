import type { TabListeners } from '../../src/channel/watch-tab.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import type { SessionSource } from '../../src/panel/session-source.ts';

/** Entries in a chunk, as the collector seals them. */
const CHUNK_SIZE = 200;

/** A session that was recorded before: nothing in it changes. Page loads in any order. */
export function createRecordedSource(snapshots: readonly PageSnapshot[]): SessionSource {
  const oldestFirst = snapshots.toSorted((a, b) => a.pageLoad.timeOrigin - b.pageLoad.timeOrigin);
  const find = (pageLoadId: string) => oldestFirst.find(({ pageLoad }) => pageLoad.pageLoadId === pageLoadId);
  return {
    listPageLoads: async () => oldestFirst.map(({ pageLoad }) => pageLoad),
    getPageLoads: async (pageLoadIds) =>
      pageLoadIds.map((id) => find(id)?.pageLoad).filter((pageLoad) => pageLoad !== undefined),
    readRequests: async (pageLoadId) => ({ requests: find(pageLoadId)?.requests ?? [], batches: [] }),
    async readEntries(pageLoadId, fromChunk = 0) {
      const entries = find(pageLoadId)?.entries ?? [];
      return { entries: entries.slice(fromChunk * CHUNK_SIZE), nextChunk: Math.ceil(entries.length / CHUNK_SIZE) };
    },
    subscribe: (listeners) => tell(listeners, oldestFirst[0]?.pageLoad.sessionId ?? 'session'),
  };
}

function tell(listeners: TabListeners, sessionId: string): () => void {
  let stopped = false;
  queueMicrotask(() => {
    if (!stopped) listeners.onSession(sessionId);
  });
  return () => {
    stopped = true;
  };
}
