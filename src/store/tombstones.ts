import type { DeletionScope } from '../model/cache.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import { withDatabase } from './database.ts';
import { DELETION_SLICE, deleteSlice } from './delete-page-loads.ts';
import { rowsInScope } from './deletion-scope.ts';

/** Rows marked in one transaction; only records are written, no entries. */
const MARK_SLICE = 100;
/** Where the mark is: page loads, and what stays of those that went by themselves. */
const MARKED_TABLES = ['pageLoads', 'history'] as const;
type MarkedTable = (typeof MARKED_TABLES)[number];

/**
 * Marks page loads as deleted, with their frames and history: they are hidden at once, and can be had back until they are purged.
 * `mark`, the moment, names the deletion. Resolves with the number of page loads of top documents.
 */
export async function markDeleted(scope: DeletionScope, mark: EpochMilliseconds): Promise<number> {
  const { pageLoads, history } = await rowsInScope(scope);
  const ids = { pageLoads: pageLoads.map(({ pageLoadId }) => pageLoadId), history };
  for (const table of MARKED_TABLES) await changeMarks(table, ids[table], null, mark);
  return pageLoads.filter(({ frameId }) => frameId === 0).length;
}

/** Takes a deletion back: what it marked is there again, unless it was purged. */
export async function restoreDeleted(mark: EpochMilliseconds): Promise<void> {
  for (const table of MARKED_TABLES) {
    const ids = await withDatabase((database) => database.getAllKeysFromIndex(table, 'byDeletion', mark));
    await changeMarks(table, ids, mark, null);
  }
}

/**
 * Deletes what is marked for good, slice by slice, but what the deletions in `held` marked, which may still be taken back.
 * Resolves with the ids of the page loads.
 */
export async function purgeDeleted(held: ReadonlySet<EpochMilliseconds>): Promise<readonly string[]> {
  const purged: string[] = [];
  for (;;) {
    const slice = await deleteSlice('forgotten', async (transaction) => {
      const index = transaction.objectStore('pageLoads').index('byDeletion');
      const ids: string[] = [];
      for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue()) {
        if (!held.has(cursor.key)) ids.push(cursor.primaryKey);
        if (ids.length === DELETION_SLICE) break;
      }
      return ids;
    });
    if (slice.pageLoadIds.length === 0) break;
    purged.push(...slice.pageLoadIds);
  }
  await purgeHistory(held);
  return purged;
}

function purgeHistory(held: ReadonlySet<EpochMilliseconds>): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('history', 'readwrite', { durability: 'strict' });
    const marked = await transaction.store.index('byDeletion').getAll();
    const gone = marked.filter(({ deletedAt }) => deletedAt !== null && !held.has(deletedAt));
    await Promise.all([...gone.map(({ pageLoadId }) => transaction.store.delete(pageLoadId)), transaction.done]);
  });
}

/** Sets the mark of those rows that have the mark `from`. */
async function changeMarks(
  table: MarkedTable,
  ids: readonly string[],
  from: EpochMilliseconds | null,
  to: EpochMilliseconds | null,
): Promise<void> {
  for (let i = 0; i < ids.length; i += MARK_SLICE) {
    await withDatabase(async (database) => {
      const transaction = database.transaction(table, 'readwrite', { durability: 'strict' });
      const work = ids.slice(i, i + MARK_SLICE).map(async (id) => {
        const row = await transaction.store.get(id);
        if (row?.deletedAt === from) await transaction.store.put({ ...row, deletedAt: to });
      });
      await Promise.all([...work, transaction.done]);
    });
  }
}
