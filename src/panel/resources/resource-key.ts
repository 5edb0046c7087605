import type { ResourceRecord } from '../../model/resources.ts';

/** What tells the requests of a page load apart in a URL, also when they are analysed anew: `1204.5-1x9k2f`. */
export function resourceKey({ url, startTime }: Pick<ResourceRecord, 'url' | 'startTime'>): string {
  return `${startTime}-${hash(url)}`;
}

/** The request of a key; null where there is none. Only URLs of requests that began then are looked at. */
export function resourceOfKey(resources: readonly ResourceRecord[], key: string): ResourceRecord | null {
  const start = `${key.slice(0, key.lastIndexOf('-'))}`;
  return resources.find((resource) => String(resource.startTime) === start && resourceKey(resource) === key) ?? null;
}

/** FNV-1a in 32 bits (RFC 9923), over UTF-16 code units. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return (state >>> 0).toString(36);
}
