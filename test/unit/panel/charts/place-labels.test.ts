import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '../../../../src/panel/charts/place-labels.ts';

test('labels that do not touch share a row; one that would goes above', () => {
  const labels = [
    { left: 0, width: 50 },
    { left: 20, width: 50 },
    { left: 60, width: 50 },
  ];
  expect(placeLabels(labels, 6)).toEqual([0, 1, 0]);
});

test('no two labels of a row touch', () => {
  const box = fc.record({ left: fc.integer({ min: -50, max: 500 }), width: fc.integer({ min: 1, max: 120 }) });
  fc.assert(
    fc.property(fc.array(box, { maxLength: 12 }), (labels) => {
      const rows = placeLabels(labels, 4);
      labels.forEach((a, i) => {
        labels.slice(i + 1).forEach((b, j) => {
          if (rows[i] !== rows[i + 1 + j]) return;
          expect(a.left + a.width + 4 <= b.left || b.left + b.width + 4 <= a.left).toBe(true);
        });
      });
    }),
  );
});
