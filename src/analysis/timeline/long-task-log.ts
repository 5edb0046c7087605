import type { LongAnimationFrameEntry, LongTaskEntry, ScriptTiming } from '../../model/entries.ts';
import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { mergeByStart } from '../merge-by-start.ts';

/** The long tasks of a page load with the scripts that ran in them, extended as entries come. */
export interface LongTaskLog {
  addTask(entry: LongTaskEntry): void;
  addFrame(entry: LongAnimationFrameEntry): void;
  /** Tasks by start time. */
  records(): readonly LongTaskRecord[];
}

/** Long task times are rounded to whole milliseconds, those of scripts are not. */
const ROUNDING_MS = 1;

/**
 * An empty log. A long task does not say what ran in it; a long animation frame does, script by script. A script is part of the
 * task in whose time its middle lies (tasks do not overlap, so there is at most one).
 */
export function createLongTaskLog(): LongTaskLog {
  let newTasks: LongTaskEntry[] = [];
  let newScripts: ScriptTiming[] = [];
  let tasks: readonly LongTaskEntry[] = [];
  let scripts: readonly ScriptTiming[] = [];
  let joined: readonly JoinedTask[] = [];
  let records: readonly LongTaskRecord[] = [];
  return {
    addTask: (entry) => newTasks.push(entry),
    addFrame: (entry) => newScripts.push(...entry.scripts),
    records() {
      if (newTasks.length === 0 && newScripts.length === 0) return records;
      const starts = [...newTasks, ...newScripts].map(({ startTime }) => startTime);
      const from = starts.reduce((a, b) => Math.min(a, b));
      tasks = mergeByStart(tasks, newTasks);
      scripts = mergeByStart(scripts, newScripts);
      newTasks = [];
      newScripts = [];
      // What ended before the first of the new began has nothing to do with them.
      const changed = joined.findIndex(({ end }) => end > from);
      const kept = changed < 0 ? joined : joined.slice(0, changed);
      joined = kept.concat(join(tasks.slice(kept.length), scripts, kept.at(-1)?.next ?? 0));
      records = records.slice(0, kept.length).concat(joined.slice(kept.length).map(({ record }) => record));
      return records;
    },
  };
}

interface JoinedTask {
  readonly record: LongTaskRecord;
  readonly end: Milliseconds;
  /** Index of the first script that is not of this task or one before it. */
  readonly next: number;
}

/** Both lists by start time, the scripts from an index on; one walk over both. */
function join(tasks: readonly LongTaskEntry[], scripts: readonly ScriptTiming[], start: number): readonly JoinedTask[] {
  let next = start;
  return tasks.map(({ startTime, duration }) => {
    const end = startTime + duration + ROUNDING_MS;
    const own: ScriptTiming[] = [];
    for (let script = scripts[next]; script !== undefined && script.startTime < end; script = scripts[next]) {
      const middle = script.startTime + script.duration / 2;
      // A script that reaches beyond this task's end belongs to the next one.
      if (middle > end) break;
      if (middle >= startTime - ROUNDING_MS) own.push(script);
      next += 1;
    }
    const record = { startTime, duration, scripts: own.toSorted((a, b) => b.duration - a.duration) };
    return { record, end, next };
  });
}
