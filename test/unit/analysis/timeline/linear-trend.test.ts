import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearTrend } from '../../../../src/analysis/timeline/linear-trend.ts';

describe('a trend', () => {
  test('has the slope and the t of a text book', () => {
    // https://en.wikipedia.org/wiki/Simple_linear_regression#Numerical_example: heights and masses of fifteen women.
    const heights = [1.47, 1.5, 1.52, 1.55, 1.57, 1.6, 1.63, 1.65, 1.68, 1.7, 1.73, 1.75, 1.78, 1.8, 1.83];
    const masses = [
      52.21, 53.12, 54.48, 55.84, 57.2, 58.57, 59.93, 61.29, 63.11, 64.47, 66.28, 68.1, 69.92, 72.19, 74.46,
    ];
    const trend = linearTrend(heights.map((height, i) => [height, masses[i] ?? 0]));
    expect(trend?.slope).toBeCloseTo(61.272, 3);
    expect(trend?.t).toBeCloseTo(61.272 / Math.sqrt(3.1539), 1);
  });

  test('of points on a line is certain', () => {
    const rising = linearTrend([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(rising).toEqual({ slope: 1, t: Number.POSITIVE_INFINITY });
    expect(
      linearTrend([
        [0, 3],
        [1, 2],
        [2, 1],
      ])?.t,
    ).toBe(Number.NEGATIVE_INFINITY);
    expect(
      linearTrend([
        [0, 5],
        [1, 5],
        [2, 5],
      ]),
    ).toEqual({ slope: 0, t: 0 });
  });

  test('of too few points, or of one moment, is none', () => {
    expect(
      linearTrend([
        [0, 1],
        [1, 2],
      ]),
    ).toBeNull();
    expect(
      linearTrend([
        [4, 1],
        [4, 2],
        [4, 3],
      ]),
    ).toBeNull();
  });

  test('does not depend on where the points lie', () => {
    const points = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(points, fc.nat(1000), (at, by) => {
        const here = linearTrend(at);
        const there = linearTrend(at.map(([x, y]) => [x + by, y + by]));
        if (here === null || there === null) expect(there).toBe(here);
        else expect(there.slope).toBeCloseTo(here.slope, 6);
      }),
    );
  });
});
