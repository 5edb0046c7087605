/** A value this many times the second threshold stands at the end of the bar. */
const END = 2.5;

/**
 * Where a value stands on a bar of three equal stretches (good, needs improvement, poor), from 0 to 1. Each stretch is linear
 * in itself, so that a value is always in the stretch of its rating.
 */
export function thresholdPosition(value: number, [good, poor]: readonly [good: number, poor: number]): number {
  if (value <= good) return share(value, 0, good) / 3;
  if (value <= poor) return (1 + share(value, good, poor)) / 3;
  return (2 + share(value, poor, poor * END)) / 3;
}

function share(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
