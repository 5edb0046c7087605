import type { LongAnimationFrameEntry, LongTaskEntry, ScriptTiming } from '../../model/entries.ts';
import type { LongTaskRecord } from '../../model/timeline.ts';
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
  let records: readonly LongTaskRecord[] = [];
  return {
    addTask: (entry) => newTasks.push(entry),
    addFrame: (entry) => newScripts.push(...entry.scripts),
    records() {
      if (newTasks.length === 0 && newScripts.length === 0) return records;
      tasks = mergeByStart(tasks, newTasks);
      scripts = mergeByStart(scripts, newScripts);
      newTasks = [];
      newScripts = [];
      records = join(tasks, scripts);
      return records;
    },
  };
}

/** Both lists by start time; one walk over both. */
function join(tasks: readonly LongTaskEntry[], scripts: readonly ScriptTiming[]): readonly LongTaskRecord[] {
  let from = 0;
  return tasks.map(({ startTime, duration }) => {
    const end = startTime + duration + ROUNDING_MS;
    const own: ScriptTiming[] = [];
    for (let script = scripts[from]; script !== undefined && script.startTime < end; script = scripts[from]) {
      const middle = script.startTime + script.duration / 2;
      // A script that reaches beyond this task's end belongs to the next one.
      if (middle > end) break;
      if (middle >= startTime - ROUNDING_MS) own.push(script);
      from += 1;
    }
    return { startTime, duration, scripts: own.toSorted((a, b) => b.duration - a.duration) };
  });
}
