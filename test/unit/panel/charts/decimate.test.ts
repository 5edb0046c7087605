import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimate } from '../../../../src/panel/charts/decimate.ts';

const points = fc
  .array(
    fc.record({ x: fc.double({ min: 0, max: 1e6, noNaN: true }), y: fc.double({ min: -1e9, max: 1e9, noNaN: true }) }),
    { minLength: 1, maxLength: 400 },
  )
  .map((list) => list.toSorted((a, b) => a.x - b.x));

test('leaves few points as they are', () => {
  const few = [
    { x: 0, y: 1 },
    { x: 1, y: 2 },
  ];
  expect(decimate(few, 2)).toBe(few);
});

test('keeps the ends and the extremes of 50,000 points in no more than it may', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => ({ x: index, y: Math.sin(index / 700) }));
  many[31_234] = { x: 31_234, y: 9 };
  const kept = decimate(many, 2000);
  expect(kept.length).toBeLessThanOrEqual(2004);
  expect(kept.length).toBeGreaterThan(1000);
  expect(kept).toContainEqual({ x: 31_234, y: 9 });
  expect([kept[0], kept.at(-1)]).toEqual([many[0], many.at(-1)]);
});

test('is a part of the points in their order, with the same lowest and highest', () => {
  fc.assert(
    fc.property(points, (all) => {
      const kept = decimate(all, 40);
      expect(kept.length).toBeLessThanOrEqual(44);
      let from = -1;
      for (const point of kept) {
        const index = all.indexOf(point, from + 1);
        expect(index).toBeGreaterThan(from);
        from = index;
      }
      const heights = (list: typeof all) => [Math.min(...list.map(({ y }) => y)), Math.max(...list.map(({ y }) => y))];
      expect(heights([...kept])).toEqual(heights(all));
    }),
  );
});
