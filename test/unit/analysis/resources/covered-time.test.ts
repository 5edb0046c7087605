import { expect, test } from 'vitest';
import { coveredTime } from '../../../../src/analysis/resources/covered-time.ts';

const span = (startTime: number, end: number) => ({ startTime, duration: end - startTime });

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
