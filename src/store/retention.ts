import type { CacheLimits, Deletion } from '../model/cache.ts';
import { EMPTY_ACCOUNT } from '../model/cache.ts';
import type { Bytes, EpochMilliseconds } from '../model/units.ts';
import { withDatabase } from './database.ts';
import { DELETION_SLICE, type DeletedPageLoads, deleteSlice } from './delete-page-loads.ts';
import { type EvictionGroup, evictionGroups } from './eviction-groups.ts';
import { ACCOUNT_KEY } from './schema.ts';

/** A full store is brought this far below its limit, so that the next page load does not call for the next clean-up. */
const LOW_WATER = 0.95;
/** Summaries of one transaction; they are small. */
const HISTORY_SLICE = 500;

/**
 * Deletes what is beyond the limits, slice by slice: what was not used for too long, then the longest unused while there are too
 * many bytes or page loads. Pinned sessions and baselines stay, with the frames in them. Resolves with what was deleted.
 */
export async function enforceLimits(limits: CacheLimits, now: EpochMilliseconds): Promise<Deletion> {
  const history = await dropOldHistory(now - limits.historyMaxAgeMs);
  const [account, old] = await withDatabase((database) =>
    Promise.all([
      database.get('account', ACCOUNT_KEY),
      database.countFromIndex('pageLoads', 'byLastUse', IDBKeyRange.upperBound(now - limits.maxAgeMs, true)),
    ]),
  );
  const { pageLoads, storedBytes } = account ?? EMPTY_ACCOUNT;
  const isFull = pageLoads > limits.maxPageLoads || storedBytes > limits.maxBytes;
  if (old === 0 && !isFull) return { pageLoadIds: [], bytes: 0, history };

  const excess = {
    pageLoads: isFull ? pageLoads - limits.maxPageLoads * LOW_WATER : 0,
    bytes: isFull ? storedBytes - limits.maxBytes * LOW_WATER : 0,
  };
  const victims: EvictionGroup[] = [];
  for (const group of await evictionGroups()) {
    const isOld = group.lastUsedAt < now - limits.maxAgeMs;
    if (!isOld && excess.pageLoads <= 0 && excess.bytes <= 0) continue;
    victims.push(group);
    excess.pageLoads -= group.pageLoads;
    excess.bytes -= group.bytes;
  }
  return { ...(await evict(victims)), history };
}

/**
 * Makes room: deletes the longest unused page loads, but those in `keep`, pinned ones and baselines, until `bytesWanted` bytes of
 * entries are free or nothing is left to delete. Resolves with what was deleted.
 */
export async function evictOldest(bytesWanted: Bytes, keep: ReadonlySet<string>): Promise<Deletion> {
  let wanted = bytesWanted;
  const victims: EvictionGroup[] = [];
  for (const group of await evictionGroups(keep)) {
    if (wanted <= 0) break;
    victims.push(group);
    wanted -= group.bytes;
  }
  return { ...(await evict(victims)), history: 0 };
}

/** A page load that was used since it was chosen, or pinned, or made a baseline, stays. */
async function evict(victims: readonly EvictionGroup[]): Promise<DeletedPageLoads> {
  const pageLoadIds: string[] = [];
  let bytes = 0;
  for (let i = 0; i < victims.length; i += DELETION_SLICE) {
    const slice = victims.slice(i, i + DELETION_SLICE);
    const deleted = await deleteSlice('evicted', async (transaction) => {
      const [pins, records] = await Promise.all([
        transaction.objectStore('pins').getAllKeys(),
        Promise.all(slice.map(({ pageLoadId }) => transaction.objectStore('pageLoads').get(pageLoadId))),
      ]);
      const unused = records
        .filter((record) => record !== undefined)
        .filter((record) => {
          const isUnused = slice.some(
            (group) => group.pageLoadId === record.pageLoadId && group.lastUsedAt >= record.lastUsedAt,
          );
          return isUnused && !record.baseline && !pins.includes(record.sessionId);
        });
      return unused.map(({ pageLoadId }) => pageLoadId);
    });
    pageLoadIds.push(...deleted.pageLoadIds);
    bytes += deleted.bytes;
  }
  return { pageLoadIds, bytes };
}

/** Deletes the summaries of page loads that began before a moment, but those of baselines. Resolves with their number. */
async function dropOldHistory(before: EpochMilliseconds): Promise<number> {
  let deleted = 0;
  if (before === Number.NEGATIVE_INFINITY) return 0;
  for (let from = Number.NEGATIVE_INFINITY; ; ) {
    const slice = await withDatabase(async (database) => {
      const transaction = database.transaction('history', 'readwrite', { durability: 'strict' });
      const range = IDBKeyRange.bound(from, before, false, true);
      const old = await transaction.store.index('byTimeOrigin').getAll(range, HISTORY_SLICE);
      const gone = old.filter(({ baseline }) => !baseline);
      await Promise.all([...gone.map(({ pageLoadId }) => transaction.store.delete(pageLoadId)), transaction.done]);
      return { last: old.at(-1)?.timeOrigin, isFull: old.length === HISTORY_SLICE, gone: gone.length };
    });
    deleted += slice.gone;
    if (!slice.isFull || slice.last === undefined || (slice.gone === 0 && slice.last === from)) return deleted;
    from = slice.last;
  }
}
