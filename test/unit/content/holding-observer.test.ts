import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createHoldingObserver } from '../../../src/content/holding-observer.ts';

let stuck = false;

/** One whose lists do not come to an end while things are stuck. */
class SlowObserver extends PerformanceObserver {
  constructor(callback: PerformanceObserverCallback) {
    super((list, observer) => {
      const getEntries = () => {
        while (stuck) {
          // Until the engine ends it.
        }
        return list.getEntries();
      };
      callback({ getEntries } as PerformanceObserverEntryList, observer);
    });
  }
}

/** One of marks, and what waits until it has told of a list. */
function holdMarks() {
  let tell = () => {};
  const observer = createHoldingObserver(SlowObserver, () => tell());
  observer.observe({ type: 'mark' });
  const told = () =>
    new Promise<void>((resolve) => {
      tell = resolve;
    });
  const taken = () => observer.takeRecords().map(({ name }) => name);
  return { observer, told, taken };
}

test('all that was handed over is held until it is taken, with what the browser still has', async () => {
  const { observer, told, taken } = holdMarks();
  for (const name of ['a', 'b', 'c']) {
    performance.mark(name);
    await told();
  }
  performance.mark('d');
  expect(taken()).toEqual(['a', 'b', 'c', 'd']);
  expect(taken()).toEqual([]);
  performance.mark('e');
  await told();
  expect(taken()).toEqual(['e']);
  observer.disconnect();
});

test('what is taken by a script that the browser cuts off is held still', async () => {
  const { observer, told, taken } = holdMarks();
  performance.mark('a');
  await told();
  performance.mark('b');
  stuck = true;
  Object.assign(globalThis, { taken });
  expect(() => runInThisContext('taken()', { timeout: 100 })).toThrow(/timed out/);
  stuck = false;
  performance.mark('c');
  expect(taken()).toEqual(['a', 'b', 'c']);
  observer.disconnect();
});

test('nobody is told of what was taken before', async () => {
  const names: string[] = [];
  const observer = createHoldingObserver(PerformanceObserver, (list) => {
    names.push(...list.getEntries().map(({ name }) => name));
  });
  const other = holdMarks();
  observer.observe({ type: 'mark' });
  performance.mark('a');
  expect(observer.takeRecords()).toHaveLength(1);
  await other.told();
  expect(names).toEqual([]);
  performance.mark('b');
  await other.told();
  expect(names).toEqual(['b']);
  for (const { disconnect } of [observer, other.observer]) disconnect();
});

test('nothing is held or told of after the end', async () => {
  const ended = holdMarks();
  const other = holdMarks();
  ended.observer.disconnect();
  let told = false;
  void ended.told().then(() => {
    told = true;
  });
  performance.mark('a');
  await other.told();
  expect(ended.taken()).toEqual([]);
  expect(told).toBe(false);
  other.observer.disconnect();
});
