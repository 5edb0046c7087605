const MINUTE_MS = 60_000;

/** A limit of `max` a minute. Asked for some, it answers how many of them still fit. */
export function createMinuteLimit(max: number): (wanted: number) => number {
  let since = Number.NEGATIVE_INFINITY;
  let left = 0;
  return (wanted) => {
    const now = performance.now();
    if (now - since >= MINUTE_MS) {
      since = now;
      left = max;
    }
    const admitted = Math.min(wanted, left);
    left -= admitted;
    return admitted;
  };
}
