import { EMPTY_ACCOUNT, type StoredSession, type StoreStatistics } from '../model/cache.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { HistoryRecord } from '../model/page-load-summary.ts';
import { withDatabase } from './database.ts';
import { ACCOUNT_KEY } from './schema.ts';

/** Every page load that is there, frames' too, by id. No entry is read. */
export async function listAllPageLoads(): Promise<readonly PageLoadRecord[]> {
  const records = await withDatabase((database) => database.getAll('pageLoads'));
  return records.filter(({ deletedAt }) => deletedAt === null);
}

/** The stored sessions, the last used first. */
export async function listSessions(): Promise<readonly StoredSession[]> {
  const [records, pins] = await Promise.all([
    listAllPageLoads(),
    withDatabase((database) => database.getAllKeys('pins')),
  ]);
  return sessionsOf(records, pins);
}

/** What these page loads are of, the last used first. */
export function sessionsOf(records: readonly PageLoadRecord[], pins: readonly string[]): readonly StoredSession[] {
  const sessions = new Map<string, PageLoadRecord[]>();
  for (const record of records) {
    const members = sessions.get(record.sessionId);
    if (members) members.push(record);
    else sessions.set(record.sessionId, [record]);
  }
  return [...sessions]
    .map(([sessionId, members]) => sessionFrom(sessionId, members, pins.includes(sessionId)))
    .sort((a, b) => b.lastUsedAt - a.lastUsedAt);
}

/** Summaries of the newest page loads of an origin, newest first; those whose entries are gone too. */
export function listHistory(origin: string, limit: number): Promise<readonly HistoryRecord[]> {
  return withDatabase(async (database) => {
    const index = database.transaction('history', 'readonly').store.index('byOrigin');
    const range = IDBKeyRange.bound([origin, Number.NEGATIVE_INFINITY], [origin, Number.POSITIVE_INFINITY]);
    const found: HistoryRecord[] = [];
    for (let cursor = await index.openCursor(range, 'prev'); cursor; cursor = await cursor.continue()) {
      if (cursor.value.deletedAt === null) found.push(cursor.value);
      if (found.length === limit) break;
    }
    return found;
  });
}

/** The account, and the rows of each table. */
export async function readStatistics(): Promise<StoreStatistics> {
  return withDatabase(async (database) => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, 'readonly');
    const [account, ...counts] = await Promise.all([
      transaction.objectStore('account').get(ACCOUNT_KEY),
      ...names.map((name) => transaction.objectStore(name).count()),
    ]);
    const rows = Object.fromEntries(names.map((name, i) => [name, counts[i] ?? 0]));
    return { ...(account ?? EMPTY_ACCOUNT), rows };
  });
}

function sessionFrom(sessionId: string, members: readonly PageLoadRecord[], pinned: boolean): StoredSession {
  const tops = members.filter(({ frameId }) => frameId === 0);
  const newest = (tops.length > 0 ? tops : members).toSorted((a, b) => b.timeOrigin - a.timeOrigin)[0];
  return {
    sessionId,
    startedAt: Math.min(...members.map(({ timeOrigin }) => timeOrigin)),
    lastUsedAt: Math.max(...members.map(({ lastUsedAt }) => lastUsedAt)),
    pageLoads: tops.length,
    bytes: members.reduce((sum, { bytes }) => sum + bytes.stored, 0),
    title: newest?.title ?? '',
    url: newest?.url ?? '',
    pinned,
  };
}
