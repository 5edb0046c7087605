import type { Milliseconds } from '../../model/units.ts';
import type { Tone } from './tone.ts';

/** Something on a timeline; `height` in any unit. */
export interface TimeSpan {
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
  readonly height: number;
  readonly tone: Tone;
}

/** A bar as it is drawn: its place and width as shares of the timeline. */
export interface TimeBar {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly tone: Tone;
}

/** More could not be told apart on a screen, and would cost the panel its speed. */
const MAX_BARS = 400;

const WORST_FIRST: readonly Tone[] = ['error', 'warn', 'good', 'none'];

/** The bars of spans on a timeline that ends at `until`. Spans that begin in one place are one bar: the longest, tallest, worst. */
export function timeBars(
  spans: readonly TimeSpan[],
  until: Milliseconds,
  maxBars: number = MAX_BARS,
): readonly TimeBar[] {
  const bars = new Map<number, TimeBar>();
  for (const { startTime, duration, height, tone } of spans) {
    const left = share(startTime, until);
    const place = Math.min(maxBars - 1, Math.floor(left * maxBars));
    const known = bars.get(place);
    const start = Math.min(left, known?.left ?? 1);
    const end = Math.max(share(startTime + duration, until), known ? known.left + known.width : 0);
    bars.set(place, {
      left: start,
      width: end - start,
      height: Math.max(height, known?.height ?? 0),
      tone: known ? worst(known.tone, tone) : tone,
    });
  }
  return [...bars.values()];
}

function share(time: Milliseconds, until: Milliseconds): number {
  return until > 0 ? Math.min(1, Math.max(0, time / until)) : 0;
}

function worst(a: Tone, b: Tone): Tone {
  return WORST_FIRST.find((tone) => tone === a || tone === b) ?? 'none';
}
