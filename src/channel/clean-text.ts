import { MAX_STRING } from './limits.ts';

/** Room that a cut string leaves for its tail. */
const KEPT = MAX_STRING - 40;

/**
 * A string as it may be stored: at most 2,048 characters; a longer one is cut and ends in its hash and true length.
 */
export function boundedText(text: string): string {
  return text.length <= MAX_STRING ? text : `${text.slice(0, KEPT)}…~${hash(text)}:${text.length}`;
}

/** A URL as it may be stored: bounded, without credentials and fragment, which never enter the store. */
export function boundedUrl(url: string): string {
  const hashAt = url.indexOf('#');
  const whole = hashAt < 0 ? url : url.slice(0, hashAt);
  return boundedText(whole.includes('@') ? whole.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?]*@/i, '$1') : whole);
}

/**
 * FNV-1a, 32 bit: tells two cut strings apart, no more (http://www.isthe.com/chongo/tech/comp/fnv/). It reads the last 8 KiB whole
 * and ever fewer characters before them, since reading a megabyte would cost the page milliseconds.
 */
function hash(text: string): string {
  const { length } = text;
  let value = 0x811c9dc5;
  for (let i = 0; i < length; i += 1 + ((length - i) >> 13)) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16);
}
