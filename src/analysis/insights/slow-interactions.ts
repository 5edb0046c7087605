import type { ScriptTiming } from '../../model/entries.ts';
import type { Finding } from '../../model/insights.ts';
import type { InteractionRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import { type InteractionPart, longestScript, partToBlame } from '../timeline/interaction-part.ts';
import { scriptLabel, scriptLocation } from '../timeline/script-label.ts';
import { UNNAMED_ELEMENT } from '../unnamed-element.ts';
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

function messageOf(
  interaction: InteractionRecord,
  part: InteractionPart,
  script: ScriptTiming | null,
  others: number,
): string {
  const { type, target, duration } = interaction;
  const who = script === null ? '' : `, mostly ${scriptLabel(script)}`;
  const on = target === null ? UNNAMED_ELEMENT : target;
  const again = others === 0 ? '' : `; ${others} more ${others === 1 ? 'was' : 'were'} slow`;
  return `The ${type} on ${on} took ${formatMs(duration)}, ${formatMs(part.ms)} of it ${part.doing}${who}${again}. ${part.advice}`;
}
