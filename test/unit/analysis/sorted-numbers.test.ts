import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSortedNumbers } from '../../../src/analysis/sorted-numbers.ts';

test('numbers are in order, in whatever order and portions they came', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(50))), (portions) => {
      const numbers = createSortedNumbers();
      for (const portion of portions) {
        for (const value of portion) numbers.add(value);
        numbers.values();
      }
      expect(numbers.values()).toEqual(portions.flat().toSorted((a, b) => a - b));
    }),
  );
});
