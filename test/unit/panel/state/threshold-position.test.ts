import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METRIC_THRESHOLDS, rate } from '../../../../src/analysis/metrics/thresholds.ts';
import { METRIC_NAMES } from '../../../../src/model/metrics.ts';
import { thresholdPosition } from '../../../../src/panel/state/threshold-position.ts';

const STRETCH = { good: [0, 1 / 3], 'needs-improvement': [1 / 3, 2 / 3], poor: [2 / 3, 1] } as const;

test('puts each value into the stretch of its rating', () => {
  fc.assert(
    fc.property(fc.constantFrom(...METRIC_NAMES), fc.double({ min: 0, max: 60_000, noNaN: true }), (name, value) => {
      const position = thresholdPosition(value, METRIC_THRESHOLDS[name]);
      const [from, to] = STRETCH[rate(name, value)];
      expect(position).toBeGreaterThanOrEqual(from);
      expect(position).toBeLessThanOrEqual(to);
    }),
  );
});

test('keeps absurd values on the bar', () => {
  expect(thresholdPosition(1e12, [2500, 4000])).toBe(1);
  expect(thresholdPosition(-8, [2500, 4000])).toBe(0);
});
