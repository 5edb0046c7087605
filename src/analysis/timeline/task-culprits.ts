import type { ScriptTiming } from '../../model/entries.ts';
import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { growOver } from '../grow-over.ts';
import { blockingTime } from '../metrics/total-blocking-time.ts';
import { scriptLabel } from './script-label.ts';

/** What ran longest in long tasks, and what that came to. */
export interface TaskCulprit {
  /** Null for tasks that the browser does not attribute. */
  readonly script: ScriptTiming | null;
  readonly tasks: number;
  readonly duration: Milliseconds;
  readonly blocking: Milliseconds;
  /** The longest of the tasks; `script` is of it. */
  readonly longest: LongTaskRecord;
}

/** The culprits behind long tasks by script, the one that blocked longest first. */
export function taskCulprits(tasks: readonly LongTaskRecord[]): readonly TaskCulprit[] {
  return createTaskCulprits()(tasks);
}

/** `taskCulprits` for a page that grows: a call costs what is new. */
export function createTaskCulprits(): (tasks: readonly LongTaskRecord[]) => readonly TaskCulprit[] {
  const update = growOver<LongTaskRecord, Map<string, Mutable>>(() => new Map(), addTask);
  return (tasks) =>
    [...update(tasks).values()]
      .map((culprit) => ({ ...culprit }))
      .sort((a, b) => b.blocking - a.blocking || a.longest.startTime - b.longest.startTime);
}

type Mutable = { -readonly [K in keyof TaskCulprit]: TaskCulprit[K] };

function addTask(culprits: Map<string, Mutable>, task: LongTaskRecord): void {
  const script = task.scripts[0] ?? null;
  const key = script === null ? '' : `${scriptLabel(script)} ${script.sourceURL} ${script.sourceCharPosition}`;
  const known = culprits.get(key);
  const culprit = known ?? { script, tasks: 0, duration: 0, blocking: 0, longest: task };
  if (known === undefined) culprits.set(key, culprit);
  culprit.tasks += 1;
  culprit.duration += task.duration;
  culprit.blocking += blockingTime(task.duration);
  const longer = task.duration - culprit.longest.duration;
  if (longer > 0 || (longer === 0 && task.startTime < culprit.longest.startTime)) {
    culprit.longest = task;
    culprit.script = script;
  }
}
