import type { LongAnimationFrameEntry, ScriptTiming } from '../../model/entries.ts';
import type { InteractionRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { firstIndexFrom } from '../first-index-from.ts';

/** A part of an interaction's latency, and when it was. */
export interface InteractionPart {
  readonly start: Milliseconds;
  readonly ms: Milliseconds;
  readonly doing: string;
  readonly advice: string;
}

/** The longest of INP's three parts: https://web.dev/articles/optimize-inp */
export function partToBlame({
  startTime,
  inputDelay,
  processingDuration,
  presentationDelay,
}: InteractionRecord): InteractionPart {
  const parts: readonly InteractionPart[] = [
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
export function longestScript(
  { start, ms }: InteractionPart,
  frames: readonly LongAnimationFrameEntry[],
): ScriptTiming | null {
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
