import type { Finding, Severity } from '../../model/insights.ts';
import type { Milliseconds } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatMs } from '../format.ts';
import type { FrameCause } from '../timeline/frame-causes.ts';
import type { FramePart } from '../timeline/frame-parts.ts';
import { scriptLabel, scriptLocation } from '../timeline/script-label.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** A frame of this length fails; shorter ones are named for information. */
  readonly failFromMs: Milliseconds;
  /** Blocking time of one cause from which its finding is of high severity. */
  readonly highFromMs: Milliseconds;
}

/** The same as for long tasks: users feel a response after 100 ms (https://web.dev/articles/rail), 200 ms is a page's good TBT. */
const DEFAULTS: Options = { failFromMs: 100, highFromMs: 200 };

/** Frames that came late, by what took the most of them: a function, the layout that it forced, or the frame's own layout. */
export const longAnimationFrames: InsightRule<Options> = {
  id: 'long-animation-frames',
  title: 'Late frames',
  why: 'A frame that comes late is seen: scrolling stops, animations jump, and input waits.',
  requires: ['long-animation-frame'],
  concerns: () => false,
  run(page, options) {
    const { failFromMs, highFromMs } = { ...DEFAULTS, ...options };
    const causes = page.frameCauses;
    const findings = causes.map((cause): Finding => {
      const { startTime, duration } = cause.longest;
      const isLong = duration >= failFromMs;
      const severity: Severity = !isLong ? 'low' : cause.blocking >= highFromMs ? 'high' : 'medium';
      return {
        message: messageOf(cause),
        severity,
        ...(cause.script === null ? {} : { script: scriptLocation(cause.script) }),
        startTime,
        duration,
      };
    });
    const fails = causes.some(({ longest }) => longest.duration >= failFromMs);
    return { status: fails ? 'fail' : findings.length > 0 ? 'informative' : 'pass', findings };
  },
};

function messageOf({ part, script, longest, frames, spent }: FrameCause): string {
  const { doing, advice } = PARTS[part];
  const who = script === null ? '' : ` of ${scriptLabel(script)}`;
  const long = `${formatMs(longest.duration)} at ${formatMs(longest.startTime)}`;
  const took =
    frames === 1 ? `A frame took ${long}` : `${counted(frames, 'frame')} were late, the longest took ${long}`;
  return `${took}: ${formatMs(spent)} ${frames === 1 ? 'of it ' : ''}went into ${doing}${who}. ${advice}`;
}

const PARTS: Readonly<Record<FramePart, { readonly doing: string; readonly advice: string }>> = {
  script: { doing: 'code', advice: 'Split it into parts with pauses between (scheduler.yield), or do it in a worker.' },
  'forced-layout': { doing: 'layout forced by the code', advice: 'Read sizes and positions before writing styles.' },
  'style-and-layout': {
    doing: 'style and layout',
    advice: 'Change fewer elements at once, and let off-screen ones skip rendering (content-visibility).',
  },
  other: {
    doing: 'what the browser does not attribute',
    advice: 'Record a trace with the Performance panel; parsing, garbage collection and many small tasks are usual.',
  },
};
