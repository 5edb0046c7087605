import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatLimitValue,
  formatMetric,
  formatMs,
  formatSize,
  formatTotal,
  ratingLabel,
} from '../../../src/analysis/format.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../src/model/size.ts';
import { metricRecord } from '../../fixtures/builders/analysis.ts';

describe('a time', () => {
  test.each([
    [0, '0 ms'],
    [-0.2, '-0.2 ms'],
    [-0.01, '0 ms'],
    [7.94, '7.9 ms'],
    [9.99, '10 ms'],
    [180.4, '180 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [2412, '2.41 s'],
    [9996, '10 s'],
    [12_340, '12.3 s'],
    [75_200, '75 s'],
    [Number.NaN, 'unknown'],
    [Number.POSITIVE_INFINITY, 'unknown'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(formatMs(ms)).toBe(text);
  });

  test('is written as the locale does', () => {
    expect(formatMs(2412, 'de')).toBe('2,41 s');
  });
});

describe('a number of bytes', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [999.7, '1 kB'],
    [10_300, '10.3 kB'],
    [99_960, '100 kB'],
    [600_000, '600 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [1_572_864, '1.57 MB'],
    [13_280_000, '13.3 MB'],
    [99_950_000, '100 MB'],
    [822_280_000, '822 MB'],
    [2_500_000_000, '2.5 GB'],
    [Number.NaN, 'unknown'],
  ])('of %d reads %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test('that nobody told is unknown, never 0', () => {
    expect(formatSize(UNKNOWN_SIZE)).toBe('unknown');
    expect(formatSize(timingSize(0))).toBe('0 B');
  });
});

describe('a sum of sizes', () => {
  test.each([
    [{ value: 2000, unknown: 0 }, '2 kB'],
    [{ value: 2000, unknown: 1 }, 'at least 2 kB'],
    [{ value: 0, unknown: 2 }, 'unknown'],
    [{ value: 0, unknown: 0 }, '0 B'],
  ])('%o reads %s', (total, text) => {
    expect(formatTotal(total)).toBe(text);
  });
});

describe('a metric', () => {
  test('has its unit', () => {
    expect(formatMetric(metricRecord({ name: 'LCP', value: 2412 }))).toBe('2.41 s');
    expect(formatMetric(metricRecord({ name: 'CLS', value: 0.1234 }))).toBe('0.123');
  });

  test('without a value says why', () => {
    expect(formatMetric(metricRecord({ value: null, state: 'unsupported' }))).toBe('unsupported');
    expect(formatMetric(metricRecord({ value: null, state: 'no-data' }))).toBe('no data');
  });
});

test.each([
  [200, 'ms', '200 ms'],
  [500_000, 'bytes', '500 kB'],
  [50, 'count', '50'],
  [0.1, 'score', '0.1'],
  [0.001, 'ratio', '0.1 %'],
  [Number.NaN, 'count', 'unknown'],
] as const)('a limit of %d %s reads %s', (value, unit, text) => {
  expect(formatLimitValue(value, unit)).toBe(text);
});

test.each([
  ['good', 'good'],
  ['needs-improvement', 'needs improvement'],
  ['poor', 'poor'],
  [null, 'not rated'],
] as const)('the rating %s reads %s', (rating, text) => {
  expect(ratingLabel(rating)).toBe(text);
});
