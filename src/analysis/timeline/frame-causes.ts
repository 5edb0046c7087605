import type { LongAnimationFrameEntry, ScriptTiming } from '../../model/entries.ts';
import type { Milliseconds } from '../../model/units.ts';
import { growOver } from '../grow-over.ts';
import { causeOf, type FramePart, frameParts } from './frame-parts.ts';
import { functionKey } from './script-work.ts';

/** What took the most of long animation frames, and what that came to. */
export interface FrameCause {
  readonly part: FramePart;
  /** What ran longest in the longest of the frames, for causes that are code. */
  readonly script: ScriptTiming | null;
  readonly longest: LongAnimationFrameEntry;
  readonly frames: number;
  /** Of all its frames what the part took, and how long they blocked. */
  readonly spent: Milliseconds;
  readonly blocking: Milliseconds;
}

/** The causes of long animation frames, the one that blocked longest first. */
export function frameCauses(frames: readonly LongAnimationFrameEntry[]): readonly FrameCause[] {
  return createFrameCauses()(frames);
}

/** `frameCauses` for a page that grows: a call costs what is new. */
export function createFrameCauses(): (frames: readonly LongAnimationFrameEntry[]) => readonly FrameCause[] {
  const update = growOver<LongAnimationFrameEntry, Map<string, Mutable>>(() => new Map(), addFrame);
  return (frames) =>
    [...update(frames).values()]
      .map((cause) => ({ ...cause }))
      .sort((a, b) => b.blocking - a.blocking || b.spent - a.spent || a.longest.startTime - b.longest.startTime);
}

type Mutable = { -readonly [K in keyof FrameCause]: FrameCause[K] };

function addFrame(causes: Map<string, Mutable>, frame: LongAnimationFrameEntry): void {
  const part = causeOf(frame);
  const script = culpritOf(frame, part);
  const key = script === null ? part : `${part} ${functionKey(script)}`;
  const known = causes.get(key);
  const cause = known ?? { part, script, longest: frame, frames: 0, spent: 0, blocking: 0 };
  if (known === undefined) causes.set(key, cause);
  cause.frames += 1;
  cause.spent += frameParts(frame)[part];
  cause.blocking += frame.blockingDuration;
  const longer = frame.duration - cause.longest.duration;
  if (longer > 0 || (longer === 0 && frame.startTime < cause.longest.startTime)) {
    Object.assign(cause, { longest: frame, script });
  }
}

/** The script that took the most, or forced the most layout; null where the cause is no code. */
function culpritOf({ scripts }: LongAnimationFrameEntry, part: FramePart): ScriptTiming | null {
  if (part !== 'script' && part !== 'forced-layout') return null;
  const cost = (script: ScriptTiming) => (part === 'script' ? script.duration : script.forcedStyleAndLayoutDuration);
  return scripts.reduce<ScriptTiming | null>((a, b) => (a === null || cost(b) > cost(a) ? b : a), null);
}
