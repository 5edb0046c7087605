import type { StoreStatistics } from '../../model/cache.ts';
import { formatNumber } from '../format.ts';
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

/** How often the panel needed not read the store. */
export function hitText({ hits, misses, hitRate }: SnapshotCacheStatistics): string {
  if (hitRate === null) return 'nothing asked for yet';
  return `${formatNumber(hitRate * 100, 0)} % (${formatNumber(hits, 0)} of ${formatNumber(hits + misses, 0)} reads)`;
}
