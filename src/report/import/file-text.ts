import { ImportError } from './import-error.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/** What a file too large is refused with. */
export const TOO_LARGE = `The file holds more than ${IMPORT_LIMITS.bytes / 1024 / 1024} MiB of text; save fewer page loads, or a HAR without content.`;
export const BROKEN_GZIP = 'The file begins as gzip does, but is broken. Copy it again.';

/** Whether a file that begins with these bytes is gzip (RFC 1952, 2.3.1). */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** A `TextDecoder`, which is no part of the language. */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/** Takes the bytes of a file as they come. */
export interface TextReader {
  add(bytes: Uint8Array): void;
  end(): string;
}

/**
 * Decodes the text of a file as it comes, and counts its bytes: what inflates without end is refused at the limit.
 * @throws ImportError
 */
export function createTextReader(decoder: Decoder, limit: number = IMPORT_LIMITS.bytes): TextReader {
  const parts: string[] = [];
  let length = 0;
  return {
    add(bytes) {
      length += bytes.length;
      if (length > limit) throw new ImportError(TOO_LARGE);
      parts.push(decoder.decode(bytes, { stream: true }));
    },
    end() {
      parts.push(decoder.decode());
      return parts.join('');
    },
  };
}
