import type { ScriptTiming } from '../../model/entries.ts';
import type { Finding, Severity } from '../../model/insights.ts';
import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { blockingTime } from '../metrics/total-blocking-time.ts';
import { scriptLabel, scriptLocation } from '../timeline/script-label.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** A task of this length fails; shorter ones are named for information. */
  readonly failFromMs: Milliseconds;
  /** Blocking time of one script from which its finding is of high severity. */
  readonly highFromMs: Milliseconds;
}

/** Users feel a response after 100 ms (https://web.dev/articles/rail); 200 ms is a whole page's good TBT. */
const DEFAULTS: Options = { failFromMs: 100, highFromMs: 200 };

interface Culprit {
  readonly script: ScriptTiming | null;
  readonly tasks: LongTaskRecord[];
  blocking: Milliseconds;
}

/** Long tasks by the script that took the most of each, in order of the time they blocked. */
export const longTasks: InsightRule<Options> = {
  id: 'long-tasks',
  title: 'Long tasks',
  why: 'While a task runs, the page cannot answer clicks or paint.',
  requires: ['longtask'],
  concerns: () => false,
  run(page, options) {
    const { failFromMs, highFromMs } = { ...DEFAULTS, ...options };
    const culprits = [...byScript(page.longTasks).values()].sort((a, b) => b.blocking - a.blocking);
    const fails = page.longTasks.some(({ duration }) => duration >= failFromMs);
    const findings = culprits.flatMap(({ script, tasks, blocking }) => {
      const longest = tasks.reduce((a, b) => (b.duration > a.duration ? b : a));
      const severity: Severity = blocking >= highFromMs ? 'high' : longest.duration >= failFromMs ? 'medium' : 'low';
      return findingOf(script, tasks, longest, severity);
    });
    return { status: fails ? 'fail' : findings.length > 0 ? 'informative' : 'pass', findings };
  },
};

function byScript(tasks: readonly LongTaskRecord[]): ReadonlyMap<string, Culprit> {
  const culprits = new Map<string, Culprit>();
  for (const task of tasks) {
    const script = task.scripts[0] ?? null;
    const key = script === null ? '' : `${scriptLabel(script)} ${script.sourceURL} ${script.sourceCharPosition}`;
    const culprit = culprits.get(key) ?? { script, tasks: [], blocking: 0 };
    culprit.tasks.push(task);
    culprit.blocking += blockingTime(task.duration);
    culprits.set(key, culprit);
  }
  return culprits;
}

function findingOf(
  script: ScriptTiming | null,
  tasks: readonly LongTaskRecord[],
  longest: LongTaskRecord,
  severity: Severity,
): Finding {
  const { startTime, duration } = longest;
  const who = script === null ? 'Something that the browser does not name' : scriptLabel(script);
  const total = tasks.reduce((sum, task) => sum + task.duration, 0);
  const howLong =
    tasks.length === 1
      ? `for ${formatMs(duration)} at ${formatMs(startTime)}`
      : `in ${tasks.length} long tasks, ${formatMs(total)} in all, the longest ${formatMs(duration)} at ${formatMs(startTime)}`;
  return {
    message: `${who} blocked the main thread ${howLong}. ${advice(script)}`,
    severity,
    ...(script === null ? {} : { script: scriptLocation(script) }),
    startTime,
    duration,
  };
}

/** A third of the script's time in forced layout is enough to make it the first thing to mend. */
const FORCED_LAYOUT_SHARE = 1 / 3;

function advice(script: ScriptTiming | null): string {
  if (script !== null && script.forcedStyleAndLayoutDuration >= script.duration * FORCED_LAYOUT_SHARE) {
    const forced = formatMs(script.forcedStyleAndLayoutDuration);
    return `${forced} of it is layout that the script forced: read sizes before writing styles.`;
  }
  return 'Split it into parts with pauses between (scheduler.yield), or do it in a worker.';
}
