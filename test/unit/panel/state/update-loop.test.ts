import { expect, test } from 'vitest';
import { createUpdateLoop, type FrameClock } from '../../../../src/panel/state/update-loop.ts';

/** A clock that a test turns: `frame` runs what waits for a frame, `pass` what waits for time. */
function createClock() {
  let time = 0;
  let frames: (() => void)[] = [];
  let timers: { at: number; callback: () => void }[] = [];
  const clock: FrameClock = {
    now: () => time,
    soon: (callback) => queueMicrotask(callback),
    onNextFrame: (callback) => void frames.push(callback),
    after: (ms, callback) => void timers.push({ at: time + ms, callback }),
  };
  return {
    clock,
    async frame() {
      const due = frames;
      frames = [];
      for (const callback of due) callback();
      await settle();
    },
    async pass(ms: number) {
      time += ms;
      const due = timers.filter(({ at }) => at <= time);
      timers = timers.filter(({ at }) => at > time);
      for (const { callback } of due) callback();
      await settle();
    },
    spend(ms: number) {
      time += ms;
    },
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test('begins at once with all that one task asks for, and then waits for a frame', async () => {
  const { clock, frame, pass } = createClock();
  let runs = 0;
  const loop = createUpdateLoop(async () => ++runs < 0, clock);
  loop.request();
  loop.request();
  expect(runs).toBe(0);
  await settle();
  expect(runs).toBe(1);
  await pass(0);
  loop.request();
  await settle();
  expect(runs).toBe(1);
  await frame();
  expect(runs).toBe(2);
});

test('rests four times as long as a run took', async () => {
  const { clock, frame, pass, spend } = createClock();
  let runs = 0;
  const loop = createUpdateLoop(async () => {
    runs += 1;
    spend(10);
    return false;
  }, clock);
  loop.request();
  await frame();
  loop.request();
  await pass(39);
  await frame();
  expect(runs).toBe(1);
  await pass(1);
  await frame();
  expect(runs).toBe(2);
});

test('goes on by itself while there is more to do', async () => {
  const { clock, frame, pass } = createClock();
  let left = 3;
  const loop = createUpdateLoop(async () => --left > 0, clock);
  loop.request();
  for (let i = 0; i < 5; i += 1) {
    await frame();
    await pass(0);
  }
  expect(left).toBe(0);
});

test('keeps a request that came during a run', async () => {
  const { clock, frame, pass } = createClock();
  let runs = 0;
  const loop = createUpdateLoop(async () => {
    runs += 1;
    if (runs === 1) loop.request();
    return false;
  }, clock);
  loop.request();
  await frame();
  await pass(0);
  await frame();
  expect(runs).toBe(2);
});

test('runs no more once stopped', async () => {
  const { clock, frame } = createClock();
  let runs = 0;
  const loop = createUpdateLoop(async () => ++runs < 0, clock);
  loop.request();
  loop.stop();
  await frame();
  expect(runs).toBe(0);
});
