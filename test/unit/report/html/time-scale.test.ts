import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeScale } from '../../../../src/report/html/time-scale.ts';

it('has ticks at round numbers', () => {
  expect(timeScale(3412).ticks).toEqual([1000, 2000, 3000]);
  expect(timeScale(480).ticks).toEqual([100, 200, 300, 400]);
  expect(timeScale(0).ticks.every((tick) => tick <= 1)).toBe(true);
});

it('has a handful of ticks and keeps every moment inside its width', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e7, noNaN: true }),
      fc.double({ min: -1e8, max: 1e8, noNaN: true }),
      (latest, moment) => {
        const scale = timeScale(latest);
        expect(scale.ticks.length).toBeLessThanOrEqual(6);
        const percent = Number.parseFloat(scale.percent(moment));
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      },
    ),
  );
});
