import { parseUrl } from '../url.ts';

/** What stands for an id in an endpoint. */
export const ID = ':id';

const NUMBER = /^\d+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Hashes and object ids; words that happen to be hexadecimal (`feed`, `facade`) are shorter or have no digit. */
const HEX = /^(?=.*\d)[0-9a-f]{8,}$/i;
const FILE_ENDING = /\.[a-z]{1,5}$/i;

/**
 * The endpoint that a URL belongs to: origin and path without the query, numbers, UUIDs and hexadecimal ids in the path
 * collapsed. `https://shop.example/api/orders/42?x=1` is `https://shop.example/api/orders/:id`.
 */
export function endpointOf(url: string): string {
  const parts = parseUrl(url);
  if (parts === null) return url;
  return parts.origin + parts.path.split('/').map(withoutId).join('/');
}

function withoutId(segment: string): string {
  const [ending = ''] = FILE_ENDING.exec(segment) ?? [];
  const name = ending === '' ? segment : segment.slice(0, -ending.length);
  return NUMBER.test(name) || UUID.test(name) || HEX.test(name) ? ID + ending : segment;
}
