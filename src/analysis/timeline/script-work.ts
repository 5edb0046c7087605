import type { LongAnimationFrameEntry, ScriptTiming } from '../../model/entries.ts';
import type { Milliseconds } from '../../model/units.ts';
import { growOver } from '../grow-over.ts';
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

/** Work on the main thread by script file and by function, each with the one that blocked longest first. */
export interface ScriptWorks {
  readonly byScript: readonly ScriptWork[];
  readonly byFunction: readonly ScriptWork[];
}

/** The work of scripts in long animation frames. */
export function scriptWorks(frames: readonly LongAnimationFrameEntry[]): ScriptWorks {
  return createScriptWorks()(frames);
}

/** `scriptWorks` for a page that grows: a call costs what is new. */
export function createScriptWorks(): (frames: readonly LongAnimationFrameEntry[]) => ScriptWorks {
  // Inline code counts for the document that it is in. A function that the browser does not name goes by its place in the script.
  const byScript = createWorks(({ sourceURL }) => sourceURL);
  const byFunction = createWorks(functionKey);
  return (frames) => ({ byScript: byScript(frames), byFunction: byFunction(frames) });
}

/** Tells functions apart: the same name in another place is another function. */
export function functionKey({ sourceURL, sourceFunctionName, sourceCharPosition, invoker }: ScriptTiming): string {
  // Without CORS a script of another origin has neither name nor place; then who called it is all there is.
  const place = sourceCharPosition < 0 ? invoker : String(sourceCharPosition);
  return `${sourceURL} ${sourceFunctionName} ${place}`;
}

type Works = Map<string, { -readonly [K in keyof ScriptWork]: ScriptWork[K] }>;

function createWorks(
  keyOf: (script: ScriptTiming) => string,
): (frames: readonly LongAnimationFrameEntry[]) => readonly ScriptWork[] {
  const update = growOver<LongAnimationFrameEntry, Works>(
    () => new Map(),
    (works, frame) => addFrame(works, frame, keyOf),
  );
  return (frames) =>
    [...update(frames).values()]
      .map((work) => ({ ...work }))
      .sort((a, b) => b.blocking - a.blocking || b.duration - a.duration || a.longest.startTime - b.longest.startTime);
}

function addFrame(works: Works, frame: LongAnimationFrameEntry, keyOf: (script: ScriptTiming) => string): void {
  const rate = frame.scripts.length > 0 ? blockingRate(frame) : 0;
  for (const script of frame.scripts) {
    const key = keyOf(script);
    const known = works.get(key);
    const work = known ?? { longest: script, runs: 0, duration: 0, blocking: 0, forcedLayout: 0 };
    if (known === undefined) works.set(key, work);
    const longer = script.duration - work.longest.duration;
    if (longer > 0 || (longer === 0 && script.startTime < work.longest.startTime)) work.longest = script;
    work.runs += 1;
    work.duration += script.duration;
    work.blocking += script.duration * rate;
    work.forcedLayout += Math.min(script.forcedStyleAndLayoutDuration, script.duration);
  }
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
