import type { DeletionScope } from '../model/cache.ts';
import { withDatabase } from './database.ts';
import type { StoredPageLoad } from './schema.ts';

/** A row that a scope is asked about. */
type Row = Pick<StoredPageLoad, 'pageLoadId' | 'sessionId' | 'timeOrigin' | 'baseline' | 'deletedAt'>;

/** The rows that a scope covers and no earlier deletion does. */
export interface RowsInScope {
  /** With their frames. */
  readonly pageLoads: readonly StoredPageLoad[];
  /** Ids in the history. */
  readonly history: readonly string[];
}

/** Pinned sessions and baselines stay when everything goes, or all that is old; whoever names them deletes them. */
export function rowsInScope(scope: DeletionScope): Promise<RowsInScope> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['pageLoads', 'history', 'pins'], 'readonly');
    const [records, history, pins] = await Promise.all([
      transaction.objectStore('pageLoads').getAll(),
      transaction.objectStore('history').getAll(),
      transaction.objectStore('pins').getAllKeys(),
    ]);
    const covers = (row: Row) => row.deletedAt === null && isMeant(scope, row, new Set(pins));
    const byId = new Map(records.map((record) => [record.pageLoadId, record]));
    return {
      pageLoads: records.filter((record) => covers(byId.get(record.topPageLoadId) ?? record)),
      history: history.filter(covers).map(({ pageLoadId }) => pageLoadId),
    };
  });
}

function isMeant(scope: DeletionScope, row: Row, pins: ReadonlySet<string>): boolean {
  const stays = row.baseline || pins.has(row.sessionId);
  switch (scope.kind) {
    case 'page-loads':
      return scope.pageLoadIds.includes(row.pageLoadId);
    case 'session':
      return row.sessionId === scope.sessionId;
    case 'before':
      return row.timeOrigin < scope.before && !stays;
    case 'all':
      return !stays;
  }
}
