import { withDatabase } from './database.ts';
import { DELETION_SLICE, deleteSlice } from './delete-page-loads.ts';

/**
 * Deletes the page loads of an origin, with what frames of other origins recorded in them and what history kept of it, slice by
 * slice. Resolves with how many page loads of the origin it deleted.
 */
export async function forgetOrigin(origin: string): Promise<number> {
  let deleted = 0;
  for (;;) {
    let chosen = 0;
    await deleteSlice('forgotten', async (transaction) => {
      const ids = await transaction.objectStore('pageLoads').index('byOrigin').getAllKeys(origin, DELETION_SLICE);
      chosen = ids.length;
      return ids;
    });
    deleted += chosen;
    if (chosen < DELETION_SLICE) break;
  }
  await forgetHistory(origin);
  return deleted;
}

/** The summaries of page loads whose entries went earlier. */
function forgetHistory(origin: string): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('history', 'readwrite', { durability: 'strict' });
    const range = IDBKeyRange.bound([origin, Number.NEGATIVE_INFINITY], [origin, Number.POSITIVE_INFINITY]);
    const ids = await transaction.store.index('byOrigin').getAllKeys(range);
    await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
  });
}
