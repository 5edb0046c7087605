import { expect, test } from 'vitest';
import { METRIC_THRESHOLDS, rate } from '../../../../src/analysis/metrics/thresholds.ts';
import { METRIC_NAMES } from '../../../../src/model/metrics.ts';

test('thresholds are the published ones', () => {
  expect(METRIC_THRESHOLDS).toEqual({
    LCP: [2500, 4000],
    CLS: [0.1, 0.25],
    INP: [200, 500],
    FCP: [1800, 3000],
    TTFB: [800, 1800],
    FID: [100, 300],
    TBT: [200, 600],
    TTI: [3785, 7300],
  });
});

test.each(METRIC_NAMES)('%s at a threshold still has the better rating', (name) => {
  const [good, needsImprovement] = METRIC_THRESHOLDS[name];
  expect(rate(name, good)).toBe('good');
  expect(rate(name, good * 1.001)).toBe('needs-improvement');
  expect(rate(name, needsImprovement)).toBe('needs-improvement');
  expect(rate(name, needsImprovement * 1.001)).toBe('poor');
});
