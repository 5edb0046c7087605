import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenDrawable } from '../../../src/panel/first-drawing.ts';
import { parseLocation } from '../../../src/panel/state/panel-location.ts';
import type { SessionPageLoads } from '../../../src/panel/state/session-records.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

function open(place = '') {
  const session = signal<SessionPageLoads | null>(null);
  const readError = signal<string | null>(null);
  const location = signal(parseLocation(place));
  const draw = vi.fn();
  whenDrawable({ session, readError, location }, draw);
  return { session, readError, location, draw };
}

const task = () => new Promise<void>((resolve) => setImmediate(resolve));

test('draws as soon as the records are read, and once', async () => {
  const { session, draw } = open();
  await task();
  expect(draw).not.toHaveBeenCalled();
  session.value = { sessionId: 'one', pageLoads: [] };
  await task();
  expect(draw).toHaveBeenCalledTimes(1);
  session.value = null;
  session.value = { sessionId: 'two', pageLoads: [] };
  await task();
  vi.advanceTimersByTime(1000);
  expect(draw).toHaveBeenCalledTimes(1);
});

test('draws when the records cannot be read', async () => {
  const { readError, draw } = open();
  readError.value = 'The disk is full.';
  await task();
  expect(draw).toHaveBeenCalledTimes(1);
});

test('keeps nobody waiting for a background that does not answer', () => {
  const { draw } = open();
  vi.advanceTimersByTime(99);
  expect(draw).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(draw).toHaveBeenCalledTimes(1);
});

test('draws a view at once that needs no record', async () => {
  const { draw } = open('view=storage');
  await task();
  expect(draw).toHaveBeenCalledTimes(1);
});
