import { parseUrl } from '../url.ts';

/** A path segment that names one thing among many: a number, a UUID, or eight and more hexadecimal digits. */
const ID = /^(?:\d+|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=.*\d)[0-9a-f]{8,})$/i;

/**
 * What the URLs of pages of one kind have in common: origin and path, with `*` in place of segments that are ids; without search.
 * `https://shop.example/product/42?from=mail` is `https://shop.example/product/*`.
 */
export function urlPattern(url: string): string {
  const parts = parseUrl(url);
  if (parts === null) return url;
  const path = parts.path
    .split('/')
    .map((segment) => (ID.test(segment) ? '*' : segment))
    .join('/');
  return `${parts.origin || parts.scheme}${path}`;
}
