import type { LongAnimationFrameEntry, ScriptTiming } from '../../model/entries.ts';
import type { Milliseconds } from '../../model/units.ts';
import { frameParts } from './frame-parts.ts';

/** What one script or function did to the main thread, over all its runs in long animation frames. */
export interface ScriptWork {
  /** Its longest run. */
  readonly longest: ScriptTiming;
  readonly runs: number;
  readonly duration: Milliseconds;
  /** Its share of the time by which its frames blocked. */
  readonly blocking: Milliseconds;
  /** Layout and style that it forced, part of `duration`. */
  readonly forcedLayout: Milliseconds;
}

/** Blocking time by script file, the most first. Inline code counts for the document that it is in. */
export function workByScript(frames: readonly LongAnimationFrameEntry[]): readonly ScriptWork[] {
  return workBy(frames, ({ sourceURL }) => sourceURL);
}

/** Blocking time by function, the most first; one that the browser does not name goes by its place in the script. */
export function workByFunction(frames: readonly LongAnimationFrameEntry[]): readonly ScriptWork[] {
  return workBy(frames, functionKey);
}

/** Tells functions apart: the same name in another place is another function. */
export function functionKey({ sourceURL, sourceFunctionName, sourceCharPosition, invoker }: ScriptTiming): string {
  // Without CORS a script of another origin has neither name nor place; then who called it is all there is.
  const place = sourceCharPosition < 0 ? invoker : String(sourceCharPosition);
  return `${sourceURL} ${sourceFunctionName} ${place}`;
}

function workBy(
  frames: readonly LongAnimationFrameEntry[],
  keyOf: (script: ScriptTiming) => string,
): readonly ScriptWork[] {
  const works = new Map<string, { -readonly [K in keyof ScriptWork]: ScriptWork[K] }>();
  for (const frame of frames) {
    const rate = frame.scripts.length > 0 ? blockingRate(frame) : 0;
    for (const script of frame.scripts) {
      const key = keyOf(script);
      const known = works.get(key);
      const work = known ?? { longest: script, runs: 0, duration: 0, blocking: 0, forcedLayout: 0 };
      if (known === undefined) works.set(key, work);
      if (script.duration > work.longest.duration) work.longest = script;
      work.runs += 1;
      work.duration += script.duration;
      work.blocking += script.duration * rate;
      work.forcedLayout += Math.min(script.forcedStyleAndLayoutDuration, script.duration);
    }
  }
  return [...works.values()].sort((a, b) => b.blocking - a.blocking || b.duration - a.duration);
}

/**
 * How much a millisecond of this frame's work blocked. A frame blocks for the parts of its tasks over 50 ms
 * (https://w3c.github.io/long-animation-frames/#dom-performancelonganimationframetiming-blockingduration). The browser does not
 * say which script that was, so each has the share of it that it has of the frame's work.
 */
function blockingRate(frame: LongAnimationFrameEntry): number {
  const parts = frameParts(frame);
  const work = parts.script + parts['forced-layout'] + parts['style-and-layout'];
  return frame.blockingDuration / Math.max(work, frame.blockingDuration, 1);
}
