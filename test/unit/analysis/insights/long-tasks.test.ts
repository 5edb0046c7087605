import { expect, test } from 'vitest';
import { longTasks } from '../../../../src/analysis/insights/long-tasks.ts';
import type { LongTaskRecord } from '../../../../src/model/timeline.ts';
import { longTaskRecord, pageFacts } from '../../../fixtures/builders/analysis.ts';
import { scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

const handler = scriptTiming({
  startTime: 2010,
  duration: 180,
  invoker: 'BUTTON#add-to-cart.onclick',
  invokerType: 'event-listener',
  sourceURL: 'https://shop.example/assets/shop.js',
  sourceFunctionName: 'addToCart',
  sourceCharPosition: 812,
});

function run(...tasks: readonly Partial<LongTaskRecord>[]) {
  return longTasks.run(pageFacts({ longTasks: tasks.map(longTaskRecord) }));
}

test('a click handler of 180 ms is named by function, script and invoker', () => {
  expect(run({ startTime: 2005, duration: 190, scripts: [handler] })).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'addToCart in shop.js (BUTTON#add-to-cart.onclick) blocked the main thread for 190 ms at 2.01 s. Split it into parts with pauses between (scheduler.yield), or do it in a worker.',
        severity: 'medium',
        script: { url: 'https://shop.example/assets/shop.js', functionName: 'addToCart', position: 812 },
        startTime: 2005,
        duration: 190,
      },
    ],
  });
});

test('tasks of one script are one finding; the script that blocked longest comes first', () => {
  const boot = { startTime: 600, duration: 160 };
  const result = run(
    boot,
    { startTime: 2005, duration: 190, scripts: [handler] },
    { ...boot, startTime: 900, duration: 200 },
  );
  expect(result).toMatchObject({
    findings: [
      {
        message: expect.stringContaining('in 2 long tasks, 360 ms in all, the longest 200 ms at 900 ms'),
        severity: 'high',
        startTime: 900,
      },
      { script: { functionName: 'addToCart' } },
    ],
  });
});

test('layout that the script forced is what to mend', () => {
  const thrash = scriptTiming({ duration: 110, forcedStyleAndLayoutDuration: 80 });
  expect(run({ scripts: [thrash] })).toMatchObject({
    findings: [{ message: expect.stringContaining('80 ms of it is layout that the script forced') }],
  });
});

test('a task that the browser does not attribute points at no script', () => {
  const result = run({ scripts: [] });
  expect(result).toMatchObject({
    findings: [{ message: expect.stringMatching(/^Something that the browser does not name blocked/) }],
  });
  expect(result).not.toHaveProperty('findings.0.script');
});

test('tasks under 100 ms are for information', () => {
  expect(run({ duration: 99 })).toMatchObject({ status: 'informative', findings: [{ severity: 'low' }] });
  expect(run({ duration: 100 }).status).toBe('fail');
  expect(run()).toEqual({ status: 'pass', findings: [] });
});
