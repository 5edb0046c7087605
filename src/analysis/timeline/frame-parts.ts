import type { LongAnimationFrameEntry } from '../../model/entries.ts';
import type { Milliseconds } from '../../model/units.ts';

/** What a long animation frame spent its time on: code, layout that the code forced, the frame's own style and layout, the rest. */
export const FRAME_PARTS = ['script', 'forced-layout', 'style-and-layout', 'other'] as const;
export type FramePart = (typeof FRAME_PARTS)[number];

/**
 * The time of one frame by part; the parts add up to its duration. `script` is without the layout that it forced. `other` is what
 * the browser does not attribute: scripts under 5 ms, parsing, garbage collection, work before the frame began to render
 * (https://w3c.github.io/long-animation-frames/).
 */
export function frameParts(frame: LongAnimationFrameEntry): Readonly<Record<FramePart, Milliseconds>> {
  const { startTime, duration, styleAndLayoutStart, scripts } = frame;
  const end = startTime + duration;
  let ran = 0;
  let forced = 0;
  let whileRendering = 0;
  for (const script of scripts) {
    ran += script.duration;
    forced += Math.min(script.forcedStyleAndLayoutDuration, script.duration);
    // ResizeObserver callbacks run between two passes of the layout.
    if (styleAndLayoutStart > 0 && script.startTime >= styleAndLayoutStart) whileRendering += script.duration;
  }
  const rendering = styleAndLayoutStart > 0 ? Math.max(0, end - styleAndLayoutStart - whileRendering) : 0;
  return {
    script: ran - forced,
    'forced-layout': forced,
    'style-and-layout': rendering,
    other: Math.max(0, duration - ran - rendering),
  };
}

/** The part that took the most of a frame. */
export function causeOf(frame: LongAnimationFrameEntry): FramePart {
  const parts = frameParts(frame);
  return FRAME_PARTS.reduce((a, b) => (parts[b] > parts[a] ? b : a));
}

/** The time of all frames by part, in ms. */
export function totalFrameParts(frames: readonly LongAnimationFrameEntry[]): Readonly<Record<FramePart, Milliseconds>> {
  const total = { script: 0, 'forced-layout': 0, 'style-and-layout': 0, other: 0 };
  for (const frame of frames) {
    const parts = frameParts(frame);
    for (const part of FRAME_PARTS) total[part] += parts[part];
  }
  return total;
}
