import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCoveredTime } from '../../../../src/analysis/resources/covered-time.ts';

const span = (startTime: number, end: number) => ({ startTime, duration: end - startTime });

function coveredTime(spans: readonly { readonly startTime: number; readonly duration: number }[]): number {
  const covered = createCoveredTime();
  for (const one of spans) covered.add(one);
  return covered.total();
}

test.each([
  ['nothing', [], 0],
  ['spans apart', [span(0, 10), span(20, 25)], 15],
  ['spans that overlap', [span(0, 10), span(5, 15)], 15],
  ['spans that touch', [span(0, 10), span(10, 20)], 20],
  ['spans within another', [span(0, 100), span(10, 20), span(30, 40)], 100],
  ['a span that is a moment', [span(5, 5)], 0],
] as const)('%s', (_, spans, covered) => {
  expect(coveredTime(spans)).toBe(covered);
});

test('spans may come in any order, and the total may be asked for at any time', () => {
  const spans = fc.array(fc.record({ startTime: fc.nat(50), duration: fc.nat(20) }));
  fc.assert(
    fc.property(spans, (all) => {
      const asked = createCoveredTime();
      for (const one of all) {
        asked.add(one);
        asked.total();
      }
      const moments = new Set(
        all.flatMap(({ startTime, duration }) => Array.from({ length: duration }, (_, i) => startTime + i)),
      );
      expect(asked.total()).toBe(moments.size);
      expect(coveredTime(all)).toBe(moments.size);
    }),
  );
});
