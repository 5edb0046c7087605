import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIndexFrom } from '../../../src/analysis/first-index-from.ts';

test('it finds what a walk from the start finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(21), (values, moment) => {
      const sorted = values.toSorted((a, b) => a - b);
      const walked = sorted.findIndex((value) => value >= moment);
      expect(firstIndexFrom(sorted, moment, (value) => value)).toBe(walked < 0 ? sorted.length : walked);
    }),
  );
});
