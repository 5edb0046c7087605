import type { LongAnimationFrameEntry } from '../../model/entries.ts';
import { mergeByStart } from '../merge-by-start.ts';

/** The long animation frames of a page load, extended as entries come. */
export interface AnimationFrameLog {
  add(entry: LongAnimationFrameEntry): void;
  /** Frames by start time, as the browser told them. */
  records(): readonly LongAnimationFrameEntry[];
}

/** An empty log. */
export function createAnimationFrameLog(): AnimationFrameLog {
  let pending: LongAnimationFrameEntry[] = [];
  let frames: readonly LongAnimationFrameEntry[] = [];
  return {
    add: (entry) => pending.push(entry),
    records() {
      frames = mergeByStart(frames, pending);
      pending = [];
      return frames;
    },
  };
}
