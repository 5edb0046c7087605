import { describe, expect, test } from 'vitest';
import { createLongTaskLog } from '../../../../src/analysis/timeline/long-task-log.ts';
import type { LongTaskEntry, ScriptTiming } from '../../../../src/model/entries.ts';
import { frameEntry, longTaskEntry, scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

function scriptsPerTask(tasks: readonly LongTaskEntry[], scripts: readonly ScriptTiming[]): readonly string[][] {
  const log = createLongTaskLog();
  log.addFrame(frameEntry({ scripts }));
  for (const task of tasks) log.addTask(task);
  return log.records().map((record) => record.scripts.map(({ sourceFunctionName }) => sourceFunctionName));
}

function script(sourceFunctionName: string, startTime: number, duration: number): ScriptTiming {
  return scriptTiming({ sourceFunctionName, startTime, duration });
}

describe('a long task', () => {
  test('holds the scripts that ran in it, the longest first', () => {
    const scripts = [script('short', 605, 10), script('long', 620, 80)];
    expect(scriptsPerTask([longTaskEntry()], scripts)).toEqual([['long', 'short']]);
  });

  test('holds none that ran before, between or after', () => {
    const tasks = [longTaskEntry({ startTime: 600, duration: 60 }), longTaskEntry({ startTime: 700, duration: 60 })];
    const scripts = [
      script('before', 500, 20),
      script('a', 610, 40),
      script('between', 670, 20),
      script('b', 701, 50),
      script('after', 800, 9),
    ];
    expect(scriptsPerTask(tasks, scripts)).toEqual([['a'], ['b']]);
  });

  test('holds a script that seems to end a little after it, because task times are rounded', () => {
    const tasks = [longTaskEntry({ startTime: 600, duration: 60 }), longTaskEntry({ startTime: 660, duration: 70 })];
    expect(scriptsPerTask(tasks, [script('a', 600.2, 60.6), script('b', 660.9, 69)])).toEqual([['a'], ['b']]);
  });

  test('has no scripts where the browser does not attribute', () => {
    expect(scriptsPerTask([longTaskEntry()], [])).toEqual([[]]);
  });

  test('gets scripts whose frame came later than the task', () => {
    const log = createLongTaskLog();
    log.addTask(longTaskEntry());
    expect(log.records()[0]?.scripts).toEqual([]);
    log.addFrame(frameEntry());
    expect(log.records()[0]?.scripts).toHaveLength(1);
  });
});
