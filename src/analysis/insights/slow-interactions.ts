import type { ScriptTiming } from '../../model/entries.ts';
import type { Finding } from '../../model/insights.ts';
import type { InteractionRecord, LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import { scriptLabel, scriptLocation } from '../timeline/script-label.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** Longer ones are named. */
  readonly overMs: Milliseconds;
  /** Longer ones fail. */
  readonly failOverMs: Milliseconds;
  /** Longer ones are of high severity. */
  readonly highOverMs: Milliseconds;
}

const [goodInp, fairInp] = METRIC_THRESHOLDS.INP;

/** Users feel a response after 100 ms (https://web.dev/articles/rail); the others are INP's thresholds. */
const DEFAULTS: Options = { overMs: 100, failOverMs: goodInp, highOverMs: fairInp };

/** Names interactions that the page answered late, with the part of the answer that took the time, and the script in it. */
export const slowInteractions: InsightRule<Options> = {
  id: 'slow-interactions',
  title: 'Slow interactions',
  why: 'A page that does not answer at once feels broken, and users click again.',
  requires: ['event'],
  run(page, options) {
    const { overMs, failOverMs, highOverMs } = { ...DEFAULTS, ...options };
    const slow = page.interactions.filter(({ duration }) => duration > overMs).sort((a, b) => b.duration - a.duration);
    const findings = slow.map((interaction): Finding => {
      const { duration, startTime, target } = interaction;
      const script = longestScript(interaction, page.longTasks);
      return {
        message: messageOf(interaction, script),
        severity: duration > highOverMs ? 'high' : duration > failOverMs ? 'medium' : 'low',
        ...(target === null ? {} : { selector: target }),
        ...(script === null ? {} : { script: scriptLocation(script) }),
        startTime,
        duration,
      };
    });
    const fails = slow.some(({ duration }) => duration > failOverMs);
    return { status: fails ? 'fail' : findings.length > 0 ? 'informative' : 'pass', findings };
  },
};

function messageOf(interaction: InteractionRecord, script: ScriptTiming | null): string {
  const { type, target, duration } = interaction;
  const { ms, doing, advice } = partToBlame(interaction);
  const who = script === null ? '' : `, mostly ${scriptLabel(script)}`;
  const on = target === null ? 'an element that is gone' : target;
  return `The ${type} on ${on} took ${formatMs(duration)}, ${formatMs(ms)} of it ${doing}${who}. ${advice}`;
}

/** The longest of INP's three parts: https://web.dev/articles/optimize-inp */
function partToBlame({ inputDelay, processingDuration, presentationDelay }: InteractionRecord) {
  const parts = [
    {
      ms: processingDuration,
      doing: 'in event handlers',
      advice: 'Update what the user sees first and do the rest afterwards.',
    },
    {
      ms: inputDelay,
      doing: 'waiting for the main thread',
      advice: 'Split the task that was running before it.',
    },
    {
      ms: presentationDelay,
      doing: 'rendering the answer',
      advice: 'Change fewer elements at once, and let off-screen ones skip rendering (content-visibility).',
    },
  ];
  return parts.reduce((a, b) => (b.ms > a.ms ? b : a));
}

/** The longest script that ran while the user waited; null where the browser does not attribute. */
function longestScript(
  { startTime, duration }: InteractionRecord,
  tasks: readonly LongTaskRecord[],
): ScriptTiming | null {
  const end = startTime + duration;
  const scripts = tasks
    .filter((task) => task.startTime < end && task.startTime + task.duration > startTime)
    .flatMap((task) => task.scripts)
    .filter((script) => script.startTime < end && script.startTime + script.duration > startTime);
  return scripts.reduce<ScriptTiming | null>((a, b) => (a === null || b.duration > a.duration ? b : a), null);
}
