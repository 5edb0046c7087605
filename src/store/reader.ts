import type { PageLoadRecord } from '../model/page-load.ts';
import { superviseDatabase, withDatabase } from './database.ts';
import { type EntryPage, readEntries } from './read-entries.ts';
import { failureOf } from './store-failure.ts';

export { readKeptValues } from './kept-values.ts';
export { listAllPageLoads, listHistory, listSessions, readStatistics } from './overview.ts';
export { getHistory, listPageLoadKeys, type PageLoadKeys } from './page-load-list.ts';
export { type RequestPage, readRequests } from './read-requests.ts';
export type { EntryPage };

/** Read access to the cache, for every page of ours. */
export interface StoreReader {
  /** Page loads of a session, its sub-frames' too, oldest first. */
  listPageLoads(sessionId: string): Promise<readonly PageLoadRecord[]>;
  getPageLoad(pageLoadId: string): Promise<PageLoadRecord | undefined>;
  /** Those of the page loads that are there, in one transaction. */
  getPageLoads(pageLoadIds: readonly string[]): Promise<readonly PageLoadRecord[]>;
  /** Entries in the order they were made. */
  readEntries(pageLoadId: string, fromChunk?: number): Promise<EntryPage>;
}

/** Opens the cache for reading; each call uses short read-only transactions. Rejects when IndexedDB cannot be read. */
export function openReader(): StoreReader {
  return { listPageLoads, getPageLoad, getPageLoads, readEntries };
}

/** Opens the cache ahead of the first call, which then need not wait for that; what goes wrong is told by the call. */
export function openAhead(): void {
  withDatabase(async () => {}).catch(() => {});
}

/** Whether a reader's rejection means that this page cannot open the database at all. */
export function isUnavailable(error: unknown): boolean {
  return failureOf(error) === 'unavailable';
}

/** Calls back when another page keeps the database from being opened here for seconds, and when it no longer does. */
export function onReadsBlocked(listener: (blocked: boolean) => void): void {
  superviseDatabase({ onBlocked: listener });
}

/** How many page loads of an origin are stored, frames of it in other sites included. */
export function countPageLoads(origin: string): Promise<number> {
  return withDatabase((database) => database.countFromIndex('pageLoads', 'byOrigin', origin));
}

async function listPageLoads(sessionId: string): Promise<readonly PageLoadRecord[]> {
  const range = IDBKeyRange.bound([sessionId, Number.NEGATIVE_INFINITY], [sessionId, Number.POSITIVE_INFINITY]);
  const records = await withDatabase((database) => database.getAllFromIndex('pageLoads', 'bySession', range));
  return records.filter(isThere);
}

async function getPageLoad(pageLoadId: string): Promise<PageLoadRecord | undefined> {
  const record = await withDatabase((database) => database.get('pageLoads', pageLoadId));
  return record && isThere(record) ? record : undefined;
}

function getPageLoads(pageLoadIds: readonly string[]): Promise<readonly PageLoadRecord[]> {
  return withDatabase(async (database) => {
    const table = database.transaction('pageLoads', 'readonly').store;
    const records = await Promise.all(pageLoadIds.map((id) => table.get(id)));
    return records.filter((record) => record !== undefined).filter(isThere);
  });
}

/** What the user deleted is hidden, also while it could be had back. */
function isThere({ deletedAt }: PageLoadRecord): boolean {
  return deletedAt === null;
}
