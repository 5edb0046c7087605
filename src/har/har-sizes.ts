import type { HarRequest } from '../model/har-request.ts';
import { asMembers, type Members, natural } from './members.ts';

/** Who wrote the HAR; each has readings of its own of what HAR 1.2 leaves open. */
export type HarWriter = 'chromium' | 'firefox' | 'other';

type Sizes = Pick<HarRequest, 'transferSize' | 'bodySize' | 'contentSize'>;

/** The sizes of an entry's answer: over the wire in all, its body, its content; null where nobody told. */
export function harSizes(entry: Members, answer: Members, encoding: string | undefined, writer: HarWriter): Sizes {
  const bodySize = natural(answer.bodySize);
  const headersSize = natural(answer.headersSize);
  const contentSize = natural(asMembers(answer.content).size);
  if (writer === 'firefox' && !('_transferSize' in answer)) {
    return firefoxSizes(bodySize, headersSize, contentSize, encoding);
  }
  const sum = bodySize !== null && headersSize !== null ? bodySize + headersSize : null;
  return { transferSize: natural(answer._transferSize) ?? natural(entry._bytesIn) ?? sum, bodySize, contentSize };
}

/**
 * Firefox counts the headers in `bodySize`, and takes a compressed body's size for that of its content (both seen in 153). Without
 * headers the answer is that of a cache, whose `bodySize` is neither; a content of 0 is one that was not read then.
 */
function firefoxSizes(
  bodySize: number | null,
  headersSize: number | null,
  contentSize: number | null,
  encoding: string | undefined,
): Sizes {
  const isPlain = encoding === undefined || encoding === 'identity';
  const known = { contentSize: isPlain ? contentSize : null };
  if (bodySize === null || headersSize === null || headersSize === 0 || bodySize < headersSize) {
    return { transferSize: null, bodySize: null, contentSize: known.contentSize || null };
  }
  return { transferSize: bodySize, bodySize: bodySize - headersSize, ...known };
}
