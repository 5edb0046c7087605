import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growOver } from '../../../src/analysis/grow-over.ts';

/** Counts items by name, and the steps that it took. */
function counter() {
  const log = { adds: 0 };
  const update = growOver<{ readonly name: string }, Map<string, number>>(
    () => new Map(),
    (counts, { name }) => {
      log.adds += 1;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
  );
  return { log, update };
}

const item = (name: string) => ({ name });

test('only what is new is added, wherever it lies', () => {
  const { log, update } = counter();
  const [a, b, c] = [item('a'), item('b'), item('c')];
  update([a, c]);
  expect([...update([a, b, c, item('a')])]).toEqual([
    ['a', 2],
    ['c', 1],
    ['b', 1],
  ]);
  expect(log.adds).toBe(4);
});

test('a list in which an item was replaced is looked through anew', () => {
  const { update } = counter();
  const rest = [item('b'), item('c')];
  update([item('a'), ...rest]);
  expect(Object.fromEntries(update([item('z'), ...rest]))).toEqual({ z: 1, b: 1, c: 1 });
  expect(Object.fromEntries(update(rest))).toEqual({ b: 1, c: 1 });
});

test('the state is that of a list that was seen at once', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'c').map(item), { maxLength: 12 });
  fc.assert(
    fc.property(items, fc.array(fc.array(fc.nat(11))), (all, picks) => {
      const { update } = counter();
      for (const pick of picks) update(all.filter((_, i) => pick.includes(i)));
      expect(Object.fromEntries(update(all))).toEqual(Object.fromEntries(counter().update(all)));
    }),
  );
});
