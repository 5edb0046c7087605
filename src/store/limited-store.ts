import type { PageLoadRecord } from '../model/page-load.ts';
import { keepLimitedRecords, readLimitedRecords, removeLimitedRecords } from './limited-records.ts';
import { mergeRecords } from './merge-records.ts';
import type { DecideIn, PageLoadStore } from './page-load-store.ts';
import type { StoredPageLoad } from './schema.ts';

/** Page loads' records while the disk has no room: vitals and counters, no entries. */
export interface LimitedStore {
  commit(decisions: ReadonlyMap<string, DecideIn>): Promise<void>;
  /** The disk's page loads with what came since. */
  listPageLoads(sessionId: string): Promise<readonly PageLoadRecord[]>;
  getPageLoad(pageLoadId: string): Promise<PageLoadRecord | undefined>;
  /** Takes back what a worker that ended had to leave; true when there was something. */
  restore(): Promise<boolean>;
  /** Writes everything to the disk. Rejects when that still has no room; then nothing is lost. */
  flush(): Promise<void>;
}

/** No store has this name: while the disk cannot be read, a page load that is not known may well be on it. */
const UNREADABLE = '';

export function createLimitedStore(disk: PageLoadStore, epoch: () => string): LimitedStore {
  const records = new Map<string, StoredPageLoad>();

  /** What the disk has of a page load; null when it cannot be read. */
  async function onDisk(pageLoadId: string): Promise<StoredPageLoad | undefined | null> {
    return (disk.getPageLoad(pageLoadId) as Promise<StoredPageLoad | undefined>).catch(() => null);
  }

  return {
    async commit(decisions) {
      const changed: StoredPageLoad[] = [];
      for (const [pageLoadId, decide] of decisions) {
        const known = records.get(pageLoadId) ?? (await onDisk(pageLoadId));
        const conditions = { epoch: known === null ? UNREADABLE : epoch(), limited: true };
        const change = decide(known ?? undefined, conditions);
        if (!change) continue;
        records.set(pageLoadId, change.record);
        changed.push(change.record);
      }
      await keepLimitedRecords(changed);
    },
    async listPageLoads(sessionId) {
      const stored = await disk.listPageLoads(sessionId).catch(() => []);
      const known = new Set(stored.map(({ pageLoadId }) => pageLoadId));
      const added = [...records.values()].filter(
        (record) => record.sessionId === sessionId && !known.has(record.pageLoadId),
      );
      return [...stored.map((record) => records.get(record.pageLoadId) ?? record), ...added];
    },
    getPageLoad: async (pageLoadId) => records.get(pageLoadId) ?? disk.getPageLoad(pageLoadId),
    async restore() {
      const left = await readLimitedRecords();
      for (const record of left) records.set(record.pageLoadId, record);
      return left.length > 0;
    },
    async flush() {
      while (records.size > 0) {
        const flushed = [...records];
        const decisions = flushed.map(([id, record]) => {
          const decide: DecideIn = (stored) => ({ record: mergeRecords(stored, record), chunks: [] });
          return [id, decide] as const;
        });
        await disk.commit(new Map(decisions));
        // What changed meanwhile stays for the next turn.
        for (const [id, record] of flushed) if (records.get(id) === record) records.delete(id);
        await removeLimitedRecords(flushed.map(([id]) => id));
      }
    },
  };
}
