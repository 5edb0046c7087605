import type { HistoryRecord } from '../model/page-load-summary.ts';
import { withDatabase } from './database.ts';

/** What there is to list: ids, the newest first. */
export interface PageLoadKeys {
  /** Stored page loads, those of frames included. */
  readonly pageLoads: readonly string[];
  /** Page loads of which only the summary is left. */
  readonly history: readonly string[];
  /** Sessions that are pinned. */
  readonly pins: readonly string[];
}

/** The ids of all page loads and summaries that are there. No record is read, so a list can read those it lacks, little by little. */
export function listPageLoadKeys(): Promise<PageLoadKeys> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['pageLoads', 'history', 'pins'], 'readonly');
    const keysOf = async (table: 'pageLoads' | 'history') => {
      const store = transaction.objectStore(table);
      const [oldestFirst, deleted] = await Promise.all([
        store.index('byTimeOrigin').getAllKeys(),
        store.index('byDeletion').getAllKeys(),
      ]);
      const hidden = new Set(deleted);
      return oldestFirst.filter((id) => !hidden.has(id)).reverse();
    };
    const [pageLoads, history, pins] = await Promise.all([
      keysOf('pageLoads'),
      keysOf('history'),
      transaction.objectStore('pins').getAllKeys(),
    ]);
    const stored = new Set(pageLoads);
    return { pageLoads, history: history.filter((id) => !stored.has(id)), pins };
  });
}

/** Those of the summaries that are there, in one transaction. */
export function getHistory(pageLoadIds: readonly string[]): Promise<readonly HistoryRecord[]> {
  return withDatabase(async (database) => {
    const table = database.transaction('history', 'readonly').store;
    const records = await Promise.all(pageLoadIds.map((id) => table.get(id)));
    return records.filter((record) => record !== undefined).filter(({ deletedAt }) => deletedAt === null);
  });
}
