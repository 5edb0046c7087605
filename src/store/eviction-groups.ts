import type { Bytes, EpochMilliseconds } from '../model/units.ts';
import { withDatabase } from './database.ts';
import type { StoredPageLoad } from './schema.ts';

/** A page load with its frames: they go together. */
export interface EvictionGroup {
  readonly pageLoadId: string;
  /** The last use of any of them. */
  readonly lastUsedAt: EpochMilliseconds;
  readonly pageLoads: number;
  readonly bytes: Bytes;
}

/** What may be evicted, in the order to do so: what the user deleted, then the longest unused. */
export async function evictionGroups(keep: ReadonlySet<string> = new Set()): Promise<readonly EvictionGroup[]> {
  const [records, pins] = await withDatabase((database) => {
    const transaction = database.transaction(['pageLoads', 'pins'], 'readonly');
    return Promise.all([transaction.objectStore('pageLoads').getAll(), transaction.objectStore('pins').getAllKeys()]);
  });
  const stays = (record: StoredPageLoad) =>
    record.baseline || keep.has(record.pageLoadId) || pins.includes(record.sessionId);
  const groups = [...membersByHead(records)].filter(([, members]) => !members.some(stays));
  return groups
    .map(([pageLoadId, members]) => ({
      pageLoadId,
      lastUsedAt: Math.max(...members.map((record) => record.lastUsedAt)),
      pageLoads: members.length,
      bytes: members.reduce((sum, { bytes }) => sum + bytes.stored, 0),
      isDeleted: members.some((record) => record.deletedAt !== null),
    }))
    .sort((a, b) => Number(b.isDeleted) - Number(a.isDeleted) || a.lastUsedAt - b.lastUsedAt);
}

/** A frame whose page load is not there stands for itself. */
function membersByHead(records: readonly StoredPageLoad[]): ReadonlyMap<string, readonly StoredPageLoad[]> {
  const groups = new Map<string, StoredPageLoad[]>(records.map(({ pageLoadId }) => [pageLoadId, []]));
  for (const record of records) (groups.get(record.topPageLoadId) ?? groups.get(record.pageLoadId))?.push(record);
  for (const [id, members] of groups) if (members.length === 0) groups.delete(id);
  return groups;
}
