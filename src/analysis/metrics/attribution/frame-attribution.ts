import type { LongAnimationFrameEntry, ScriptTiming } from '../../../model/entries.ts';
import type { Attribution } from '../../../model/metrics.ts';
import type { Milliseconds } from '../../../model/units.ts';

/** The moments of an interaction, in ms from the time origin. */
export interface InteractionMoments {
  readonly start: Milliseconds;
  readonly processingStart: Milliseconds;
  readonly processingEnd: Milliseconds;
  readonly nextPaint: Milliseconds;
}

/** What a script took of an interaction. */
interface ScriptShare {
  readonly script: ScriptTiming;
  readonly duration: Milliseconds;
  /** The part of it in which the script forced style and layout: apportioned, since the browser tells no moments of it. */
  readonly forced: Milliseconds;
}

/**
 * What the time of an interaction went into, from the long animation frames that it was part of: scripts, style and layout (what
 * scripts forced included), paint and the rest, and the script that took most. As web-vitals' attribution has it; empty without
 * such frames, when the interaction was short or the browser does not tell.
 */
export function frameAttribution(at: InteractionMoments, all: readonly LongAnimationFrameEntry[]): Attribution {
  const frames = all.filter((frame) => endOf(frame) >= at.start && frame.startTime <= at.processingEnd);
  const last = frames.at(-1);
  if (last === undefined) return {};
  const shares = frames.flatMap(({ scripts }) => scripts).flatMap((script) => shareOf(script, at.start) ?? []);
  const totalScriptDuration = sum(shares, ({ duration, forced }) => duration - forced);
  const totalStyleAndLayoutDuration = sum(frames, styleAndLayoutOf) + sum(shares, ({ forced }) => forced);
  const totalPaintDuration = endOf(last) >= at.processingEnd ? at.nextPaint - endOf(last) : 0;
  const attributed = totalScriptDuration + totalStyleAndLayoutDuration + totalPaintDuration;
  return {
    ...longestScript(shares, at),
    totalScriptDuration,
    totalStyleAndLayoutDuration,
    totalPaintDuration,
    totalUnattributedDuration: at.nextPaint - at.start - attributed,
  };
}

function endOf({ startTime, duration }: { readonly startTime: Milliseconds; readonly duration: Milliseconds }) {
  return startTime + duration;
}

function shareOf(script: ScriptTiming, from: Milliseconds): ScriptShare | null {
  const duration = endOf(script) - Math.max(from, script.startTime);
  if (duration < 0) return null;
  const { forcedStyleAndLayoutDuration: forced } = script;
  return { script, duration, forced: script.duration === 0 ? 0 : (duration / script.duration) * forced };
}

/** A frame that rendered nothing has no moment at which style and layout began: 0. */
function styleAndLayoutOf(frame: LongAnimationFrameEntry): Milliseconds {
  return frame.styleAndLayoutStart === 0 ? 0 : endOf(frame) - frame.styleAndLayoutStart;
}

function longestScript(shares: readonly ScriptShare[], at: InteractionMoments): Attribution {
  const [longest] = shares.filter(({ duration }) => duration > 0).toSorted((a, b) => b.duration - a.duration);
  if (longest === undefined) return {};
  const { script, duration } = longest;
  return { longestScript: { ...script, subpart: subpartAt(script.startTime, at), intersectingDuration: duration } };
}

function subpartAt(moment: Milliseconds, { processingStart, processingEnd }: InteractionMoments): string {
  if (moment < processingStart) return 'input-delay';
  return moment >= processingEnd ? 'presentation-delay' : 'processing-duration';
}

function sum<T>(items: readonly T[], of: (item: T) => Milliseconds): Milliseconds {
  return items.reduce((total, item) => total + of(item), 0);
}
