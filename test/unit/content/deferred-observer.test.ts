import { runInThisContext } from 'node:vm';
import { afterEach, expect, test } from 'vitest';
import { deliverEntries, recordEntries } from '../../../src/content/deferred-observer.ts';

let stuck = false;
const recorded: string[] = [];
recordEntries(
  [{ type: 'mark' }],
  (_, entries) => recorded.push(...entries.map(({ name }) => name)),
  () => {},
);

afterEach(() => {
  recorded.length = 0;
});

/** What is observed of marks, by the class that this module puts in the place of the global one. */
function observeMarks(onEntries: (names: readonly string[], observer: PerformanceObserver) => void) {
  const observer = new PerformanceObserver((list) =>
    onEntries(
      list.getEntries().map(({ name }) => name),
      observer,
    ),
  );
  observer.observe({ type: 'mark' });
  return observer;
}

/** Delivers while callbacks are stuck, until the engine ends the script where it is, as Firefox does: no `catch` runs then. */
function deliverUntilCutOff(): void {
  stuck = true;
  const global = globalThis as { deliverUntilCutOff?: () => void };
  global.deliverUntilCutOff = deliverEntries;
  expect(() => runInThisContext('deliverUntilCutOff()', { timeout: 100 })).toThrow(/timed out/);
  stuck = false;
}

function waitWhileStuck(): void {
  while (stuck) {
    // Until the engine ends it.
  }
}

test('a callback that the browser cuts off gets its entries again, and each is recorded once', () => {
  const seen: string[] = [];
  const first = observeMarks((names) => {
    waitWhileStuck();
    seen.push(...names);
  });
  const second = observeMarks((names) => seen.push(...names.map((name) => `second ${name}`)));
  performance.mark('a');
  deliverUntilCutOff();
  expect(seen).toEqual([]);
  performance.mark('b');
  deliverEntries();
  expect(seen).toEqual(['a', 'b', 'second a', 'second b']);
  expect(recorded).toEqual(['a', 'b']);
  deliverEntries();
  expect(seen).toHaveLength(4);
  for (const observer of [first, second]) observer.disconnect();
});

test('so does one that has disconnected its observer before', () => {
  const seen: string[] = [];
  observeMarks((names, observer) => {
    observer.disconnect();
    waitWhileStuck();
    seen.push(...names);
  });
  performance.mark('a');
  deliverUntilCutOff();
  performance.mark('b');
  deliverEntries();
  expect(seen).toEqual(['a']);
});

test('a callback that fails costs its own entries, not those of others, and is not asked again', () => {
  const seen: string[] = [];
  let calls = 0;
  const failing = observeMarks(() => {
    calls += 1;
    throw new Error('An entry was not as expected.');
  });
  const other = observeMarks((names) => seen.push(...names));
  performance.mark('a');
  deliverEntries();
  deliverEntries();
  expect([calls, seen, recorded]).toEqual([1, ['a'], ['a']]);
  for (const observer of [failing, other]) observer.disconnect();
});
