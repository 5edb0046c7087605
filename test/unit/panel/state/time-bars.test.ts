import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TimeSpan, timeBars } from '../../../../src/panel/state/time-bars.ts';

const span = (overrides: Partial<TimeSpan> = {}): TimeSpan => ({
  startTime: 500,
  duration: 100,
  height: 0.5,
  tone: 'none',
  ...overrides,
});

test('places a bar by its time', () => {
  expect(timeBars([span()], 1000)).toEqual([{ left: 0.5, width: 0.6 - 0.5, height: 0.5, tone: 'none' }]);
});

test('makes one bar of what begins in one place: the longest, tallest and worst', () => {
  const spans = [span(), span({ startTime: 501, duration: 300, height: 0.2, tone: 'error' }), span({ height: 0.9 })];
  const [bar, ...others] = timeBars(spans, 1000, 100);
  expect(others).toEqual([]);
  expect(bar).toMatchObject({ left: 0.5, height: 0.9, tone: 'error' });
  expect(bar?.width).toBeCloseTo(0.301);
});

test('draws no more bars than asked for, all of them on the timeline', () => {
  const spans = fc.array(
    fc.record({
      startTime: fc.double({ min: -100, max: 2000, noNaN: true }),
      duration: fc.double({ min: 0, max: 2000, noNaN: true }),
      height: fc.double({ min: 0, max: 1, noNaN: true }),
      tone: fc.constantFrom('good', 'warn', 'error', 'none'),
    }),
  );
  fc.assert(
    fc.property(spans, (all) => {
      const bars = timeBars(all, 1000, 10);
      expect(bars.length).toBeLessThanOrEqual(10);
      for (const { left, width } of bars) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(1.000001);
      }
    }),
  );
});
