import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWindow } from '../../../src/analysis/changed-window.ts';

test.each([
  ['what was added at the end', [1, 2], [1, 2, 3], { from: 2, toBefore: 2, toAfter: 3 }],
  ['what was added at the start', [1, 2], [0, 1, 2], { from: 0, toBefore: 0, toAfter: 1 }],
  ['what was replaced', [1, 2, 3], [1, 4, 5, 3], { from: 1, toBefore: 2, toAfter: 3 }],
  ['what was removed', [1, 2, 3], [1, 3], { from: 1, toBefore: 2, toAfter: 1 }],
  ['nothing in equal lists', [1, 1], [1, 1], { from: 2, toBefore: 2, toAfter: 2 }],
  ['no more than there is, of items that come again', [1, 1], [1, 1, 1], { from: 2, toBefore: 2, toAfter: 3 }],
])('is %s', (_, before, after, expected) => {
  expect(changedWindow(before, after)).toEqual(expected);
});

test('put in the place of the old window, the new one makes the new list', () => {
  const lists = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const { from, toBefore, toAfter } = changedWindow(before, after);
      expect([...before.slice(0, from), ...after.slice(from, toAfter), ...before.slice(toBefore)]).toEqual(after);
    }),
  );
});
