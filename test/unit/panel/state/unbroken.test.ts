import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unbroken } from '../../../../src/panel/state/unbroken.ts';

test('keeps a figure on the line of its unit, and lets other words part', () => {
  expect(unbroken('It took 719 ms of 1.2 s, 3 more; 50 % of 4 kB came within 120 px.')).toBe(
    'It took 719\u00a0ms of 1.2\u00a0s, 3 more; 50\u00a0% of 4\u00a0kB came within 120\u00a0px.',
  );
  expect(unbroken('at 9.5 s: 5 sites, 2 s-curves')).toBe('at 9.5\u00a0s: 5 sites, 2 s-curves');
});

test('changes nothing but spaces', () => {
  fc.assert(
    fc.property(fc.string(), (text) => unbroken(text).replaceAll('\u00a0', ' ') === text.replaceAll('\u00a0', ' ')),
  );
});
