import type { NavigationEntry, ResourceEntry } from '../../model/entries.ts';
import type { Delivery } from '../../model/resources.ts';
import { isOnWire } from '../url.ts';
import { isOpaque } from './opaque.ts';
import { HEADER_OVERHEAD } from './sizes.ts';

/**
 * How a response reached the page. Resource Timing sets `transferSize` to 0 for a cache hit and to 300 for a revalidated one
 * (https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-transfersize); browsers that count the real headers of a
 * 304 report less than the body. `data:` and `blob:` URLs come out of memory, which is a cache to us.
 */
export function deliveryOf(entry: ResourceEntry | NavigationEntry, pageOrigin: string): Delivery {
  if (!isOnWire(entry.name)) return 'cache';
  if (entry.workerStart > 0) return 'service-worker';
  if (isOpaque(entry, pageOrigin)) return 'unknown';
  const { transferSize, encodedBodySize, decodedBodySize } = entry;
  // Of what was revalidated Chromium says this too.
  if (entry.deliveryType === 'cache') return transferSize === HEADER_OVERHEAD ? 'revalidated' : 'cache';
  if (transferSize === 0) return decodedBodySize > 0 || (entry.responseStatus ?? 0) > 0 ? 'cache' : 'unknown';
  if (entry.responseStatus === 304) return 'revalidated';
  const onlyHeaders = transferSize === HEADER_OVERHEAD || transferSize < encodedBodySize;
  return encodedBodySize > 0 && onlyHeaders ? 'revalidated' : 'network';
}
