import type { ResourceRecord } from '../../model/resources.ts';
import { matchesFile } from '../glob.ts';
import { isOnWire } from '../url.ts';
import { exactly, type LimitMetric } from './measurement.ts';
import { hiddenSizes } from './resource-limits.ts';

/**
 * `file-size:PATTERN`: bytes of the largest file that matches. The limit is about the file, not about this visit: one that came
 * out of a cache counts with the size of its compressed body, which is what a first visit transfers.
 */
export const fileSize: LimitMetric = {
  unit: 'bytes',
  measure({ resources }, pattern) {
    const files = resources.filter(({ url }) => isOnWire(url) && matchesFile(pattern, url));
    if (files.length === 0) return { value: null, reason: `The page has no file that matches ${pattern}.` };
    const sized = files
      .flatMap((file) => {
        const size = sizeOf(file);
        return size === null ? [] : [{ file, size }];
      })
      .sort((a, b) => b.size - a.size);
    const unknown = files.length - sized.length;
    const [largest] = sized;
    if (largest === undefined) return { value: null, reason: hiddenSizes(unknown) };
    const measured = exactly(largest.size, (limit) =>
      sized
        .filter(({ size }) => size > limit)
        .map(({ file: { url, startTime }, size }) => ({
          kind: 'resource',
          label: url,
          value: size,
          unit: 'bytes',
          startTime,
          size,
        })),
    );
    return { ...measured, atLeast: unknown === 0 ? null : hiddenSizes(unknown) };
  },
};

function sizeOf({ delivery, transferSize, encodedBodySize }: ResourceRecord): number | null {
  return delivery === 'network' ? transferSize.value : (encodedBodySize.value ?? transferSize.value);
}
