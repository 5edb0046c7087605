import { expect, test } from 'vitest';
import { totalBlockingTime } from '../../../../src/analysis/metrics/total-blocking-time.ts';
import { longTaskRecord } from '../../../fixtures/builders/analysis.ts';

test.each([
  ['the part over 50 ms', [[1200, 120]], 70],
  ['nothing of a task of 50 ms', [[1200, 50]], 0],
  [
    'the sum over tasks',
    [
      [1200, 120],
      [1400, 80],
    ],
    100,
  ],
  ['nothing before FCP', [[800, 150]], 0],
  ['of a task over FCP what comes after it', [[900, 200]], 50],
  ['of a task over TTI what comes before it', [[4900, 300]], 50],
  ['nothing after TTI', [[5000, 300]], 0],
] as const)('blocking time is %s', (_, tasks, expected) => {
  const records = tasks.map(([startTime, duration]) => longTaskRecord({ startTime, duration }));
  expect(totalBlockingTime(records, 1000, 5000)).toBe(expected);
});
