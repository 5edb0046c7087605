import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scrollToRow, virtualWindow } from '../../../../src/panel/state/virtual-window.ts';

const ROW = 24;
const geometries = fc.record({
  scrollTop: fc.integer({ min: 0, max: 20_000 * ROW }),
  viewportHeight: fc.integer({ min: 1, max: 2000 }),
  rowHeight: fc.constant(ROW),
  rowCount: fc.integer({ min: 0, max: 20_000 }),
});

test('keeps the height of the whole list whatever is drawn', () => {
  fc.assert(
    fc.property(geometries, (geometry) => {
      const { first, last, before, after } = virtualWindow(geometry);
      expect(before + (last - first) * ROW + after).toBe(geometry.rowCount * ROW);
    }),
  );
});

test('draws every row that is in sight', () => {
  fc.assert(
    fc.property(geometries, (geometry) => {
      const { scrollTop, viewportHeight, rowCount } = geometry;
      const lowest = Math.max(0, rowCount * ROW - viewportHeight);
      const top = Math.min(scrollTop, lowest);
      const { first, last } = virtualWindow({ ...geometry, scrollTop: top });
      expect(first).toBeLessThanOrEqual(Math.floor(top / ROW));
      expect(last).toBeGreaterThanOrEqual(Math.min(rowCount, Math.ceil((top + viewportHeight) / ROW)));
    }),
  );
});

test('draws few rows, however many there are', () => {
  fc.assert(
    fc.property(geometries, (geometry) => {
      const { first, last } = virtualWindow(geometry);
      expect(last - first).toBeLessThanOrEqual(Math.ceil(geometry.viewportHeight / ROW) + 24);
    }),
  );
});

test('draws the end of a list that was filtered while it was scrolled further down', () => {
  const { first, last } = virtualWindow({ scrollTop: 400_000, viewportHeight: 480, rowHeight: ROW, rowCount: 30 });
  expect(first).toBe(0);
  expect(last).toBe(30);
});

test('does not move for a few pixels', () => {
  const at = (scrollTop: number) => virtualWindow({ scrollTop, viewportHeight: 480, rowHeight: ROW, rowCount: 1000 });
  expect(at(96 * 20 + 40)).toEqual(at(96 * 20));
  expect(at(96 * 21)).not.toEqual(at(96 * 20));
});

test('scrolls as little as brings a row into sight below the header', () => {
  const geometry = { scrollTop: 240, viewportHeight: 264, rowHeight: ROW, rowCount: 1000 };
  expect(scrollToRow(5, geometry, ROW)).toBe(120);
  expect(scrollToRow(12, geometry, ROW)).toBe(240);
  expect(scrollToRow(20, geometry, ROW)).toBe(21 * ROW - 240);
});
