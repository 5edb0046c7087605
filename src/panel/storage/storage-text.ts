import type { StoreStatistics } from '../../model/cache.ts';
import { counted, formatNumber } from '../format.ts';
import type { SnapshotCacheStatistics } from '../state/snapshot-cache.ts';

/** "3 page loads were deleted." */
export function deletedText(pageLoads: number): string {
  return pageLoads === 1 ? 'One page load was deleted.' : `${formatNumber(pageLoads, 0)} page loads were deleted.`;
}

/** "12.9 times smaller than the 5.2 MB of JSON that it is.", or what there is to say of an empty store. */
export function compressionText({ rawBytes, storedBytes }: StoreStatistics, raw: string): string {
  if (storedBytes === 0) return 'Nothing is stored yet.';
  const times = formatNumber(rawBytes / storedBytes, 1);
  return rawBytes > storedBytes * 1.05
    ? `${times} times smaller than the ${raw} of JSON that it is.`
    : `Not compressed yet: that is done when a page has been left.`;
}

/** What the tables hold that a user can have heard of, by their names: one and many. */
const RECORD_NAMES: readonly (readonly [table: string, one: string, many: string])[] = [
  ['pageLoads', 'page load', 'page loads'],
  ['chunks', 'batch of entries', 'batches of entries'],
  ['sealed', 'compressed batch', 'compressed batches'],
  ['requests', 'batch of the network log', 'batches of the network log'],
  ['history', 'summary', 'summaries'],
  ['pins', 'pin', 'pins'],
];

/** "1 page load, 4 batches of entries": what there is of each kind. */
export function recordsText(rows: StoreStatistics['rows']): string {
  const told = RECORD_NAMES.flatMap(([table, one, many]) => {
    const count = rows[table] ?? 0;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  return told.length === 0 ? 'none' : told.join(', ');
}

/** How often the panel needed not read the store. */
export function hitText({ hits, misses, hitRate }: SnapshotCacheStatistics): string {
  if (hitRate === null) return 'nothing asked for yet';
  return `${formatNumber(hitRate * 100, 0)}\u00a0% (${formatNumber(hits, 0)} of ${formatNumber(hits + misses, 0)} reads)`;
}
