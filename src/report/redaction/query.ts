import { holdsSecret } from './detectors.ts';
import { hideValue } from './markers.ts';
import type { Tagger } from './tag.ts';

const NUMBER = /^\d{1,5}(?:\.\d{1,3})?$/;
/** A release number, or the short hash that build tools put after a file name. */
const VERSION = /^(?:v?\d{1,4}(?:\.\d{1,4}){0,3}|[0-9a-f]{6,12})$/;

/** Keys whose values say how a resource was asked for and nothing of who asked; each with the only form it may have. */
const PLAIN_VALUES: ReadonlyMap<string, RegExp> = new Map([
  ...['w', 'h', 'width', 'height', 'dpr', 'quality', 'page', 'per_page', 'limit', 'offset'].map(
    (key) => [key, NUMBER] as const,
  ),
  ...['v', 'ver'].map((key) => [key, VERSION] as const),
  ['format', /^[a-z][a-z0-9]{1,4}$/],
  ['lang', /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/],
]);
const PLAIN_KEY = /^[\w.[\]$-]{1,24}$/;

/** Redacts a query (without its question mark): keys stay, values become `~<len>:<tag>` unless they are known to be harmless. */
export function redactQuery(query: string, tag: Tagger): string {
  return query
    .split('&')
    .map((pair) => redactPair(pair, tag))
    .join('&');
}

/** Redacts `key=value` of a query, of a matrix parameter or of a path segment; a part without `=` counts as a value. */
export function redactPair(pair: string, tag: Tagger): string {
  const at = pair.indexOf('=');
  if (at < 0) return hideValue(pair, tag);
  const key = pair.slice(0, at);
  const value = pair.slice(at + 1);
  return `${redactKey(key, tag)}=${isPlainValue(key, value) ? value : hideValue(value, tag)}`;
}

function redactKey(key: string, tag: Tagger): string {
  const plain = key.replaceAll(/%5B/gi, '[').replaceAll(/%5D/gi, ']');
  return PLAIN_KEY.test(plain) && !holdsSecret(plain) ? key : hideValue(key, tag);
}

function isPlainValue(key: string, value: string): boolean {
  return PLAIN_VALUES.get(key.toLowerCase())?.test(value) === true && !holdsSecret(value);
}
