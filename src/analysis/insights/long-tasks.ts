import type { ScriptTiming } from '../../model/entries.ts';
import type { Finding, Severity } from '../../model/insights.ts';
import type { Milliseconds } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatMs } from '../format.ts';
import { scriptLabel, scriptLocation } from '../timeline/script-label.ts';
import type { TaskCulprit } from '../timeline/task-culprits.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** A task of this length fails; shorter ones are named for information. */
  readonly failFromMs: Milliseconds;
  /** Blocking time of one script from which its finding is of high severity. */
  readonly highFromMs: Milliseconds;
}

/** Users feel a response after 100 ms (https://web.dev/articles/rail); 200 ms is a whole page's good TBT. */
const DEFAULTS: Options = { failFromMs: 100, highFromMs: 200 };

/** Long tasks by the script that took the most of each, in order of the time they blocked. */
export const longTasks: InsightRule<Options> = {
  id: 'long-tasks',
  title: 'Long tasks',
  why: 'While a task runs, the page cannot answer clicks or paint.',
  requires: ['longtask'],
  concerns: () => false,
  run(page, options) {
    const { failFromMs, highFromMs } = { ...DEFAULTS, ...options };
    const culprits = page.taskCulprits;
    const fails = culprits.some(({ longest }) => longest.duration >= failFromMs);
    const findings = culprits.map((culprit) => {
      const isLong = culprit.longest.duration >= failFromMs;
      const severity: Severity = culprit.blocking >= highFromMs ? 'high' : isLong ? 'medium' : 'low';
      return findingOf(culprit, severity);
    });
    return { status: fails ? 'fail' : findings.length > 0 ? 'informative' : 'pass', findings };
  },
};

function findingOf(
  { script, tasks, duration: total, longest: { startTime, duration } }: TaskCulprit,
  severity: Severity,
): Finding {
  const who = script === null ? 'Something that the browser does not name' : scriptLabel(script);
  const howLong =
    tasks === 1
      ? `for ${formatMs(duration)} at ${formatMs(startTime)}`
      : `in ${counted(tasks, 'long task')}, ${formatMs(total)} in all, the longest ${formatMs(duration)} at ${formatMs(startTime)}`;
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
