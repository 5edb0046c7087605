import type { LongAnimationFrameEntry, ScriptTiming } from '../../model/entries.ts';
import type { Finding } from '../../model/insights.ts';
import type { InteractionRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { firstIndexFrom } from '../first-index-from.ts';
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
  concerns: () => false,
  run(page, options) {
    const { overMs, failOverMs, highOverMs } = { ...DEFAULTS, ...options };
    const slow = page.interactions.filter(({ duration }) => duration > overMs).sort((a, b) => b.duration - a.duration);
    const findings = [...byTarget(slow).values()].map(([interaction, ...others]): Finding => {
      const { duration, startTime, target } = interaction;
      const part = partToBlame(interaction);
      const script = longestScript(part, page.animationFrames);
      return {
        message: messageOf(interaction, part, script, others.length),
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

type Group = [slowest: InteractionRecord, ...others: InteractionRecord[]];

/** What users do again and again is one finding, on the slowest time. */
function byTarget(slowestFirst: readonly InteractionRecord[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const interaction of slowestFirst) {
    const key = `${interaction.type} ${interaction.target}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [interaction]);
    else group.push(interaction);
  }
  return groups;
}

function messageOf(interaction: InteractionRecord, part: Part, script: ScriptTiming | null, others: number): string {
  const { type, target, duration } = interaction;
  const who = script === null ? '' : `, mostly ${scriptLabel(script)}`;
  const on = target === null ? 'an element that is gone' : target;
  const again = others === 0 ? '' : `; ${others} more ${others === 1 ? 'was' : 'were'} slow`;
  return `The ${type} on ${on} took ${formatMs(duration)}, ${formatMs(part.ms)} of it ${part.doing}${who}${again}. ${part.advice}`;
}

/** A part of an interaction's latency, and when it was. */
interface Part {
  readonly start: Milliseconds;
  readonly ms: Milliseconds;
  readonly doing: string;
  readonly advice: string;
}

/** The longest of INP's three parts: https://web.dev/articles/optimize-inp */
function partToBlame({ startTime, inputDelay, processingDuration, presentationDelay }: InteractionRecord): Part {
  const parts: readonly Part[] = [
    {
      start: startTime + inputDelay,
      ms: processingDuration,
      doing: 'in event handlers',
      advice: 'Update what the user sees first and do the rest afterwards.',
    },
    {
      start: startTime,
      ms: inputDelay,
      doing: 'waiting for the main thread',
      advice: 'Split the task that was running before it.',
    },
    {
      start: startTime + inputDelay + processingDuration,
      ms: presentationDelay,
      doing: 'rendering the answer',
      advice: 'Change fewer elements at once, and let off-screen ones skip rendering (content-visibility).',
    },
  ];
  return parts.reduce((a, b) => (b.ms > a.ms ? b : a));
}

/** The script that ran longest in a part of the wait; null where the browser does not attribute, or no script of 5 ms ran. */
function longestScript({ start, ms }: Part, frames: readonly LongAnimationFrameEntry[]): ScriptTiming | null {
  const end = start + ms;
  let longest: ScriptTiming | null = null;
  let most = 0;
  // Frames do not overlap: before the first that ended before the part began there is no other in it.
  for (let i = firstIndexFrom(frames, end, startOf) - 1; i >= 0; i--) {
    const frame = frames[i];
    if (frame === undefined || frame.startTime + frame.duration <= start) break;
    for (const script of frame.scripts) {
      const within = Math.min(end, script.startTime + script.duration) - Math.max(start, script.startTime);
      if (within > most) [longest, most] = [script, within];
    }
  }
  return longest;
}

function startOf({ startTime }: LongAnimationFrameEntry): Milliseconds {
  return startTime;
}
