import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchoredRow } from '../../../../src/panel/resources/anchored-row.ts';

test('follows the row at the top when others come before it or go', () => {
  expect(anchoredRow(['a', 'b', 'c'], ['new', 'a', 'b', 'c'], 1.5)).toBe(2.5);
  expect(anchoredRow(['a', 'b', 'c'], ['b', 'c'], 2)).toBe(1);
});

test('stays at the very top, and where its row is gone', () => {
  expect(anchoredRow(['a', 'b'], ['new', 'a', 'b'], 0.4)).toBe(0.4);
  expect(anchoredRow(['a', 'b'], ['a', 'c'], 1)).toBe(1);
});

test('whatever comes in between, the row at the top stays there', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 2 }), fc.uniqueArray(fc.nat()), fc.nat(), (list, more, seed) => {
      const top = 1 + (seed % (list.length - 1));
      const added = more.filter((item) => !list.includes(item));
      const after = [...list, ...added].sort((a, b) => a - b);
      const sorted = list.toSorted((a, b) => a - b);
      expect(after[anchoredRow(sorted, after, top)]).toBe(sorted[top]);
    }),
  );
});
