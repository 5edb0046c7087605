import type { Tagger } from './tag.ts';

/** What stands in a sanitized report in place of a value; recognised again, so that sanitizing twice changes nothing. */
const MARKER = /^(?:~\d+(?::[0-9a-f]{8})?|~[0-9a-f]{8}|~unparsable:\d+|\{[a-z]{2,5}:[0-9a-f]{8}\})$/;

/** True for a string that is nothing but one marker. */
export function isMarker(text: string): boolean {
  return MARKER.test(text);
}

/** `~<len>:<tag>`: a hidden value of `len` characters. The empty string hides nothing and stays empty. */
export function hideValue(value: string, tag: Tagger): string {
  return value === '' || isMarker(value) ? value : `~${value.length}:${tag(value)}`;
}

/** `~<len>`: a hidden value that need not be told from others. */
export function hideLength(value: string): string {
  return value === '' || isMarker(value) ? value : `~${value.length}`;
}

/** `{kind:tag}`: a part of a value that a detector took for a secret. */
export function hidePart(kind: string, value: string, tag: Tagger): string {
  return `{${kind}:${tag(value)}}`;
}
