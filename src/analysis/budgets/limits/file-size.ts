import type { Offender } from '../../../model/budget.ts';
import type { ResourceRecord } from '../../../model/resources.ts';
import { matchesFile } from '../../glob.ts';
import { isOnWire } from '../../url.ts';
import { exactly, type LimitMetric, type Measurement, notMeasured, takesNoArgument } from '../measurement.ts';
import type { RequestTally, TallyOf } from '../request-tallies.ts';
import { hiddenSizes } from './resources.ts';

/**
 * `file-size:PATTERN`: bytes of the largest file that matches. The limit is about the file, not about this visit: one that came
 * out of a cache counts with the size of its compressed body, which is what a first visit transfers.
 */
export const fileSize: LimitMetric = {
  unit: 'bytes',
  problem: (pattern) => (pattern === '' ? 'Name a file or a pattern behind the colon, such as main*.js.' : null),
  measure({ tallies }, pattern) {
    const files = tallies.of(filesOf(`file:${pattern}`, ({ url }) => matchesFile(pattern, url)));
    return largest(files, `The page has no file that matches ${pattern}.`);
  },
};

/** `largest-resource`: bytes of the largest single resource, whatever it is. */
export const largestResource: LimitMetric = {
  unit: 'bytes',
  problem: takesNoArgument,
  measure: ({ tallies }) => largest(tallies.of(filesOf('file', () => true)), 'The page has loaded no resource.'),
};

function filesOf(key: string, isMeant: (resource: ResourceRecord) => boolean): TallyOf {
  return { key, belongs: (resource) => isOnWire(resource.url) && isMeant(resource), amountOf: sizeOf };
}

function largest({ requests, unknown, top }: RequestTally, none: string): Measurement {
  if (requests === 0) return notMeasured(none);
  if (requests === unknown) return notMeasured(hiddenSizes(unknown));
  const measured = exactly(Math.max(...top.map((file) => sizeOf(file) ?? 0)), (limit) =>
    top.flatMap((file): readonly Offender[] => {
      const size = sizeOf(file);
      if (size === null || size <= limit) return [];
      return [{ kind: 'resource', label: file.url, value: size, unit: 'bytes', startTime: file.startTime, size }];
    }),
  );
  return unknown === 0 ? measured : { ...measured, atLeast: hiddenSizes(unknown) };
}

function sizeOf({ delivery, transferSize, encodedBodySize }: ResourceRecord): number | null {
  return delivery === 'network' ? transferSize.value : (encodedBodySize.value ?? transferSize.value);
}
