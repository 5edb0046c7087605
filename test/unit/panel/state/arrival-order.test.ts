import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inArrivalOrder } from '../../../../src/panel/state/arrival-order.ts';

test('what comes later is last, wherever it stands among the others', () => {
  expect(inArrivalOrder(['CLS', 'LCP'], ['INP', 'CLS', 'LCP', 'FCP'])).toEqual(['CLS', 'LCP', 'INP', 'FCP']);
});

test('what went is gone, and is new when it comes again', () => {
  const without = inArrivalOrder(['CLS', 'LCP'], ['LCP']);
  expect(without).toEqual(['LCP']);
  expect(inArrivalOrder(without, ['CLS', 'LCP'])).toEqual(['LCP', 'CLS']);
});

test('each key is there once, and those that stay keep their order', () => {
  const keys = fc.array(fc.constantFrom(...'abcdef'));
  fc.assert(
    fc.property(keys, keys, (first, second) => {
      const known = inArrivalOrder([], first);
      const next = inArrivalOrder(known, second);
      expect([...next].sort()).toEqual([...new Set(second)].sort());
      expect(next.filter((key) => known.includes(key))).toEqual(known.filter((key) => next.includes(key)));
    }),
  );
});
