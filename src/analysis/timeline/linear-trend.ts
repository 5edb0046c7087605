/** A straight line through points by least squares, and how sure it is that it rises or falls. */
export interface Trend {
  /** Change of y for each unit of x. */
  readonly slope: number;
  /** The slope in units of its standard error; infinite for points that lie on the line exactly. */
  readonly t: number;
}

/**
 * Least squares over the points. Null for fewer than three, or when all have the same x: nothing can be said of a trend then.
 * `t` follows Student's distribution with n - 2 degrees of freedom when there is no trend.
 */
export function linearTrend(points: readonly (readonly [x: number, y: number])[]): Trend | null {
  const n = points.length;
  if (n < 3) return null;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const [x, y] of points) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) ** 2;
  }
  if (xx === 0) return null;
  const slope = xy / xx;
  // Rounding can make it negative where all points lie on the line.
  const residual = Math.max(0, yy - slope * xy);
  const error = Math.sqrt(residual / (n - 2) / xx);
  if (slope === 0) return { slope, t: 0 };
  return { slope, t: error === 0 ? Math.sign(slope) * Number.POSITIVE_INFINITY : slope / error };
}
