import type { NavigationEntry, ResourceEntry } from '../../model/entries.ts';
import { isOnWire, parseUrl } from '../url.ts';

/**
 * Whether the browser hid this response's timing from the page: it is cross-origin and has no Timing-Allow-Origin header, so its
 * moments and its transfer size are 0 (https://w3c.github.io/resource-timing/#cross-origin-resources). A cross-origin request
 * that failed looks the same. A same-origin one that failed is not opaque: its zeros are true.
 */
export function isOpaque(entry: ResourceEntry | NavigationEntry, pageOrigin: string): boolean {
  if (!isCrossOrigin(entry.name, pageOrigin) || entry.deliveryType === 'cache') return false;
  return entry.requestStart === 0 && entry.responseStart === 0 && entry.transferSize === 0;
}

/** Whether a URL is fetched over HTTP from another origin than the page's; another port is another origin. */
export function isCrossOrigin(url: string, pageOrigin: string): boolean {
  // Most requests are of the page's own origin, and are told by their start without being taken apart.
  return isOnWire(url) && !url.startsWith(`${pageOrigin}/`) && parseUrl(url)?.origin !== pageOrigin;
}
