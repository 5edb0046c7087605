import type { ViewValues } from '../model/budget-history.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import { withDatabase } from './database.ts';

/** What page loads of an origin had, view by view. */
export interface KeptValues {
  readonly pageLoadId: string;
  readonly sessionId: string;
  readonly timeOrigin: EpochMilliseconds;
  readonly views: readonly ViewValues[];
}

/** What is kept for baselines of all page loads of an origin, of those too of which only their history is left. */
export function readKeptValues(origin: string): Promise<readonly KeptValues[]> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['pageLoads', 'history']);
    const range = IDBKeyRange.bound([origin, Number.NEGATIVE_INFINITY], [origin, Number.POSITIVE_INFINITY]);
    const [records, history] = await Promise.all([
      transaction.objectStore('pageLoads').index('byOrigin').getAll(origin),
      transaction.objectStore('history').index('byOrigin').getAll(range),
    ]);
    const there = [...history, ...records].filter(({ deletedAt }) => deletedAt === null);
    const byId = new Map(there.map((record) => [record.pageLoadId, record]));
    return [...byId.values()].flatMap(({ pageLoadId, sessionId, timeOrigin, budgetHistory }) =>
      budgetHistory ? [{ pageLoadId, sessionId, timeOrigin, views: budgetHistory.views }] : [],
    );
  });
}
