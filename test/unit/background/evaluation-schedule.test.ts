import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEvaluationSchedule, MAX_LIVE_ENTRIES } from '../../../src/background/evaluation-schedule.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A schedule that notes when it had what evaluated; `ms` is how long that takes. */
function schedule(ms = 0) {
  const done: (readonly [at: number, pageLoadId: string, isQuiet: boolean])[] = [];
  const start = Date.now();
  const { changed } = createEvaluationSchedule(async (pageLoadId, isQuiet) => {
    done.push([Date.now() - start, pageLoadId, isQuiet]);
    await vi.advanceTimersByTimeAsync(ms);
  });
  return {
    done,
    change: (id: string, next = 1, state: 'open' | 'ended' = 'open') =>
      changed({ pageLoadId: id, topPageLoadId: id, next, state }),
  };
}

test('any number of changes are evaluated once a second, and once more when the page is quiet', async () => {
  const { done, change } = schedule();
  for (let at = 0; at < 3000; at += 100) {
    change('a');
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(20_000);
  expect(done.filter(([, , isQuiet]) => !isQuiet).length).toBeLessThanOrEqual(4);
  expect(done.filter(([, , isQuiet]) => isQuiet)).toHaveLength(1);
  expect(done.at(-1)?.[0]).toBeGreaterThan(3000 + 5000);
});

test('page loads take turns', async () => {
  const { done, change } = schedule();
  change('a');
  change('b');
  await vi.advanceTimersByTimeAsync(2500);
  expect(done.map(([, id]) => id)).toEqual(['a', 'b']);
});

test('one of very many entries waits until it is quiet', async () => {
  const { done, change } = schedule();
  change('a', MAX_LIVE_ENTRIES + 1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(3000);
  expect(done).toMatchObject([[expect.any(Number), 'a', true]]);
});

test('so does one that grew so much while it waited its turn', async () => {
  const { done, change } = schedule();
  change('a');
  await vi.advanceTimersByTimeAsync(500);
  change('a', MAX_LIVE_ENTRIES + 1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(3000);
  expect(done).toMatchObject([[expect.any(Number), 'a', true]]);
});

test('one that has ended is evaluated as a whole, and not again', async () => {
  const { done, change } = schedule();
  change('a');
  change('a', MAX_LIVE_ENTRIES + 1, 'ended');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(done).toMatchObject([[1000, 'a', true]]);
});

test('a frame that is gone does not end its page', async () => {
  const done: boolean[] = [];
  const { changed } = createEvaluationSchedule(async (_, isQuiet) => void done.push(isQuiet));
  changed({ pageLoadId: 'a', topPageLoadId: 'a', next: 1, state: 'open' });
  changed({ pageLoadId: 'frame', topPageLoadId: 'a', next: 1, state: 'ended' });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(done).toEqual([false, true]);
});
