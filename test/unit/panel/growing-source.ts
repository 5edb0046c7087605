import type { TabListeners } from '../../../src/channel/watch-tab.ts';
import type { EntryRecord } from '../../../src/model/entries.ts';
import type { PageLoadRecord } from '../../../src/model/page-load.ts';
import type { SessionSource } from '../../../src/panel/session-source.ts';

/** A session in memory that grows while it is watched, as the store does; each `store` is one chunk. */
export interface GrowingSource extends SessionSource {
  /** What was asked of it: `list`, `get ID`, `entries ID from CHUNK`. */
  readonly reads: string[];
  /** Writes a page load and one chunk of entries, and tells who watches. */
  store(record: PageLoadRecord, entries?: readonly EntryRecord[]): void;
  /** Tells the session, as a new connection does. */
  connect(sessionId?: string): void;
  lose(): void;
  /** Makes every read fail with this message until it is null again. */
  failWith(message: string | null): void;
}

export function createGrowingSource(): GrowingSource {
  const records = new Map<string, PageLoadRecord>();
  const chunks = new Map<string, (readonly EntryRecord[])[]>();
  const reads: string[] = [];
  const listeners = new Set<TabListeners>();
  let failure: string | null = null;

  function note(read: string): void {
    reads.push(read);
    if (failure !== null) throw new Error(failure);
  }

  return {
    reads,
    async listPageLoads(sessionId) {
      note('list');
      return [...records.values()]
        .filter((record) => record.sessionId === sessionId)
        .sort((a, b) => a.timeOrigin - b.timeOrigin);
    },
    async getPageLoads(pageLoadIds) {
      note(`get ${pageLoadIds.join(' ')}`);
      return pageLoadIds.map((id) => records.get(id)).filter((record) => record !== undefined);
    },
    readRequests: async () => ({ requests: [], batches: [] }),
    async readEntries(pageLoadId, fromChunk = 0) {
      note(`entries ${pageLoadId} from ${fromChunk}`);
      const stored = chunks.get(pageLoadId) ?? [];
      return { entries: stored.slice(fromChunk).flat(), nextChunk: stored.length };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    store(record, entries) {
      records.set(record.pageLoadId, record);
      if (entries) chunks.set(record.pageLoadId, [...(chunks.get(record.pageLoadId) ?? []), entries]);
      for (const listener of listeners) listener.onChanged(record.pageLoadId, record.revision);
    },
    connect(sessionId = 'session-1') {
      for (const listener of listeners) listener.onSession(sessionId);
    },
    lose() {
      for (const listener of listeners) listener.onLost();
    },
    failWith(message) {
      failure = message;
    },
  };
}
