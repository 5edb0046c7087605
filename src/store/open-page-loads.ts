import { withDatabase } from './database.ts';
import type { Commit, DecideIn } from './page-load-store.ts';
import type { StoredPageLoad } from './schema.ts';

/** Ids of the page loads that no final record has ended, of which `belongs` is true. */
export async function openPageLoads(belongs: (record: StoredPageLoad) => boolean): Promise<readonly string[]> {
  const records = await withDatabase((database) => database.getAll('pageLoads'));
  return records.filter((record) => record.state === 'open' && belongs(record)).map(({ pageLoadId }) => pageLoadId);
}

/**
 * Marks page loads as lost: they ended without a final record. Those that have one by now stay as they are, and one that is
 * heard of again goes on. Resolves with the changed records once they are on disk.
 */
export async function markLost(
  commit: Commit,
  ids: readonly string[],
  now: number,
): Promise<readonly StoredPageLoad[]> {
  const changed = new Map<string, StoredPageLoad>();
  const decide: DecideIn = (stored) => {
    if (stored?.state !== 'open') return null;
    const record: StoredPageLoad = { ...stored, state: 'lost', updatedAt: now, revision: stored.revision + 1 };
    changed.set(record.pageLoadId, record);
    return { record, chunks: [] };
  };
  if (ids.length > 0) await commit(new Map(ids.map((id) => [id, decide])));
  return [...changed.values()];
}
