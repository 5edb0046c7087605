import type { NavigationEntry, ResourceEntry } from '../../model/entries.ts';
import { type Size, timingSize, UNKNOWN_SIZE } from '../../model/size.ts';
import { isOnWire } from '../url.ts';
import { isCrossOrigin, isOpaque } from './opaque.ts';

/** The three sizes of a response. */
export interface ResponseSizes {
  readonly transferSize: Size;
  readonly encodedBodySize: Size;
  readonly decodedBodySize: Size;
}

/**
 * What the platform adds to the body's size for headers that it does not tell; `transferSize` is exactly this when a response
 * was revalidated, or when its body is hidden (https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-transfersize).
 */
export const HEADER_OVERHEAD = 300;

/**
 * Sizes of a response as Resource Timing told them. A 0 that stands for "hidden" is unknown: the transfer size without
 * Timing-Allow-Origin, the body sizes without CORS. Either can be hidden while the other is told.
 */
export function sizesOf(entry: ResourceEntry | NavigationEntry, pageOrigin: string): ResponseSizes {
  const { transferSize, encodedBodySize, decodedBodySize } = entry;
  if (!isOnWire(entry.name)) {
    const bodies = { encodedBodySize: timingSize(encodedBodySize), decodedBodySize: timingSize(decodedBodySize) };
    return { transferSize: timingSize(0), ...bodies };
  }
  const hidden = isOpaque(entry, pageOrigin);
  const noBody = encodedBodySize === 0 && decodedBodySize === 0;
  const bodyHidden = noBody && isCrossOrigin(entry.name, pageOrigin) && (hidden || (entry.responseStatus ?? 0) === 0);
  const wireHidden = hidden || (bodyHidden && transferSize === HEADER_OVERHEAD);
  return {
    transferSize: wireHidden ? UNKNOWN_SIZE : timingSize(transferSize),
    encodedBodySize: bodyHidden ? UNKNOWN_SIZE : timingSize(encodedBodySize),
    decodedBodySize: bodyHidden ? UNKNOWN_SIZE : timingSize(decodedBodySize),
  };
}
