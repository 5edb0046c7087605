import { withDatabase } from './database.ts';

/** Page loads of one transaction: few, so that the ingest never waits long for its turn. */
const SLICE = 20;

/**
 * Deletes the page loads of an origin, with what frames of other origins recorded in them, slice by slice. A page load, its
 * frames and all their chunks go in one transaction, so that a killed worker leaves no half of one. Resolves with how many page
 * loads of the origin it deleted.
 */
export async function forgetOrigin(origin: string): Promise<number> {
  let deleted = 0;
  for (;;) {
    const count = await forgetSlice(origin);
    deleted += count;
    if (count < SLICE) return deleted;
  }
}

function forgetSlice(origin: string): Promise<number> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['pageLoads', 'chunks'], 'readwrite', { durability: 'strict' });
    const pageLoads = transaction.objectStore('pageLoads');
    const chunks = transaction.objectStore('chunks');
    const ids = await pageLoads.index('byOrigin').getAllKeys(origin, SLICE);
    const frames = await Promise.all(ids.map((id) => pageLoads.index('byTop').getAllKeys(id)));
    const work = [...new Set([...ids, ...frames.flat()])].flatMap((id) => [
      chunks.delete(IDBKeyRange.bound([id, Number.NEGATIVE_INFINITY], [id, Number.POSITIVE_INFINITY])),
      pageLoads.delete(id),
    ]);
    await Promise.all([transaction.done, ...work]);
    return ids.length;
  });
}
