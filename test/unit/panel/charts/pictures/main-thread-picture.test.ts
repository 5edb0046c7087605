import { expect, test } from 'vitest';
import { mainThreadPicture } from '../../../../../src/panel/charts/pictures/main-thread-picture.ts';
import { longTaskRecord, pageAnalysis } from '../../../../fixtures/builders/analysis.ts';
import { frameEntry } from '../../../../fixtures/builders/timeline-entries.ts';

test('shows tasks by how long they are, late frames behind them, and the blocking time that they add up to', () => {
  const longTasks = [
    longTaskRecord({ startTime: 1000, duration: 80 }),
    longTaskRecord({ startTime: 2000, duration: 250 }),
  ];
  const { series } = mainThreadPicture(pageAnalysis({ longTasks, animationFrames: [frameEntry()] }));
  expect(series.map(({ label }) => label)).toEqual([
    'Blocking time so far (right axis)',
    'Task over 200 ms',
    'Task over 100 ms',
    'Long task',
    'Late frame',
  ]);
  const highest = (label: string) =>
    Math.max(0, ...(series.find((one) => one.label === label)?.points ?? []).map(({ y }) => y || 0));
  expect(['Task over 200 ms', 'Task over 100 ms', 'Long task'].map(highest)).toEqual([250, 0, 80]);
  const blocking = series[0]?.points ?? [];
  expect(blocking.map(({ y }) => y)).toEqual([0, 30, 230, 230]);
  expect(blocking[1]?.x).toBe(1080);
});

test('takes late frames where the browser has no long tasks', () => {
  const frames = [frameEntry({ startTime: 500, duration: 180, blockingDuration: 120 })];
  const { series } = mainThreadPicture(pageAnalysis({ longTasks: [], animationFrames: frames }));
  expect(series.map(({ label }) => label)).toEqual([
    'Blocking time so far (right axis)',
    'Frame over 200 ms',
    'Frame over 100 ms',
    'Late frame',
  ]);
  expect(series[0]?.points.at(-1)?.y).toBe(120);
});

test('draws no more of 50,000 tasks than can be told apart', () => {
  const longTasks = Array.from({ length: 50_000 }, (_, index) =>
    longTaskRecord({ startTime: index * 60, duration: 51 + (index % 300) }),
  );
  const { series } = mainThreadPicture(pageAnalysis({ longTasks, animationFrames: [] }));
  const bars = series.filter(({ shape }) => shape === 'bars');
  expect(bars.map(({ points }) => points.length).every((length) => length <= 2000)).toBe(true);
  expect(bars.length).toBe(3);
});
