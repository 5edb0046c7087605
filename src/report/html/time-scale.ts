import type { Milliseconds } from '../../model/units.ts';

/** Maps moments to percent of a width. */
export interface TimeScale {
  readonly end: Milliseconds;
  readonly ticks: readonly Milliseconds[];
  /** `12.34%`. */
  readonly percent: (ms: Milliseconds) => string;
}

const TARGET_TICKS = 5;

/** A scale from 0 to `latest` with about five ticks at round numbers. */
export function timeScale(latest: Milliseconds): TimeScale {
  const end = Math.max(1, latest);
  const raw = end / TARGET_TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  const ticks = Array.from({ length: Math.floor(end / step) }, (_, index) => (index + 1) * step);
  return { end, ticks, percent: (ms) => `${((Math.max(0, Math.min(ms, end)) / end) * 100).toFixed(2)}%` };
}
