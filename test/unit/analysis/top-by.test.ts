import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topBy } from '../../../src/analysis/top-by.ts';

test('the top are those that a stable sort puts first', () => {
  const items = fc.array(fc.record({ value: fc.integer({ min: 0, max: 5 }), id: fc.nat() }));
  fc.assert(
    fc.property(items, fc.oneof(fc.nat(8), fc.constant(1000)), (all, n) => {
      const sorted = all.toSorted((a, b) => b.value - a.value).slice(0, n);
      expect(topBy(all, n, ({ value }) => value)).toEqual(sorted);
    }),
  );
});
