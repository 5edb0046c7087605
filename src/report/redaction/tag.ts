import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Stands in for a hidden value: equal values get equal tags inside one export, and never across exports. */
export type Tagger = (value: string) => string;

/** Shorter keys could be tried out by whoever has the report and a guess at one value. */
const MIN_KEY_BYTES = 16;
const TAG_LENGTH = 8;

/**
 * Makes the tagger of one export: the first 8 hex digits of HMAC-SHA-256 under `key` (https://www.rfc-editor.org/rfc/rfc2104).
 * The key must be random, made for this one export and thrown away after it.
 * @throws RangeError when the key has fewer than 16 bytes.
 */
export function createTagger(key: Uint8Array): Tagger {
  if (key.length < MIN_KEY_BYTES) {
    throw new RangeError(`The redaction key has ${key.length} bytes. Pass at least ${MIN_KEY_BYTES} random bytes.`);
  }
  const seen = new Map<string, string>();
  // Hashing the key once for all values halves the cost of a tag.
  const keyed = hmac.create(sha256, key);
  return (value) => {
    const known = seen.get(value);
    if (known !== undefined) return known;
    const tag = bytesToHex(keyed.clone().update(utf8ToBytes(value)).digest()).slice(0, TAG_LENGTH);
    seen.set(value, tag);
    return tag;
  };
}
