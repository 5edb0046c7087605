import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCrowdedSpans, crowdedSpans } from '../../../../src/analysis/metrics/crowded-spans.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';

function request(startTime: number, duration: number) {
  return resourceRecord({ startTime, duration });
}

test('a span begins with the third request in flight and ends when the third last has ended', () => {
  expect(crowdedSpans([request(0, 900), request(100, 300), request(200, 500)])).toEqual([{ startTime: 200, end: 400 }]);
  expect(crowdedSpans([request(0, 900), request(100, 300), request(400, 500)])).toEqual([]);
});

test('two spans with no room for a quiet window between them are one', () => {
  const three = (start: number) => [request(start, 100), request(start, 100), request(start, 100)];
  expect(crowdedSpans([...three(0), ...three(5099)])).toEqual([{ startTime: 0, end: 5199 }]);
  expect(crowdedSpans([...three(0), ...three(5100)])).toEqual([
    { startTime: 0, end: 100 },
    { startTime: 5100, end: 5200 },
  ]);
});

test('spans of a page that grew, also before what was known, are those of the whole', () => {
  const requests = fc.array(fc.record({ at: fc.nat(40_000), for: fc.nat(4000), step: fc.nat(3) }), {
    minLength: 1000,
    maxLength: 2500,
  });
  fc.assert(
    fc.property(requests, (all) => {
      const records = all
        .map(({ at, for: duration, step }) => ({ step, record: request(at, duration) }))
        .sort((a, b) => a.record.startTime - b.record.startTime);
      const spansOf = createCrowdedSpans();
      for (const until of [0, 1, 2, 3]) {
        const known = records.filter(({ step }) => step <= until).map(({ record }) => record);
        expect(spansOf(known)).toEqual(crowdedSpans(known));
      }
    }),
    { numRuns: 20 },
  );
});
