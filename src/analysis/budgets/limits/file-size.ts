import type { Offender } from '../../../model/budget.ts';
import type { ResourceRecord } from '../../../model/resources.ts';
import { matchesFile } from '../../glob.ts';
import { isOnWire } from '../../url.ts';
import { exactly, type LimitMetric, type Measurement, notMeasured, takesNoArgument } from '../measurement.ts';
import { hiddenSizes } from './resources.ts';

/**
 * `file-size:PATTERN`: bytes of the largest file that matches. The limit is about the file, not about this visit: one that came
 * out of a cache counts with the size of its compressed body, which is what a first visit transfers.
 */
export const fileSize: LimitMetric = {
  unit: 'bytes',
  problem: (pattern) => (pattern === '' ? 'Name a file or a pattern behind the colon, such as main*.js.' : null),
  measure({ resources }, pattern) {
    const files = resources.filter(({ url }) => isOnWire(url) && matchesFile(pattern, url));
    return largest(files, `The page has no file that matches ${pattern}.`);
  },
};

/** `largest-resource`: bytes of the largest single resource, whatever it is. */
export const largestResource: LimitMetric = {
  unit: 'bytes',
  problem: takesNoArgument,
  measure: ({ resources }) =>
    largest(
      resources.filter(({ url }) => isOnWire(url)),
      'The page has loaded no resource.',
    ),
};

function largest(files: readonly ResourceRecord[], none: string): Measurement {
  if (files.length === 0) return notMeasured(none);
  const sized = files
    .flatMap((file) => {
      const size = sizeOf(file);
      return size === null ? [] : [{ file, size }];
    })
    .sort((a, b) => b.size - a.size);
  const unknown = files.length - sized.length;
  const [first] = sized;
  if (first === undefined) return notMeasured(hiddenSizes(unknown));
  const measured = exactly(first.size, (limit) =>
    sized
      .filter(({ size }) => size > limit)
      .map(
        ({ file: { url, startTime }, size }): Offender => ({
          kind: 'resource',
          label: url,
          value: size,
          unit: 'bytes',
          startTime,
          size,
        }),
      ),
  );
  return unknown === 0 ? measured : { ...measured, atLeast: hiddenSizes(unknown) };
}

function sizeOf({ delivery, transferSize, encodedBodySize }: ResourceRecord): number | null {
  return delivery === 'network' ? transferSize.value : (encodedBodySize.value ?? transferSize.value);
}
