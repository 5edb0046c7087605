import type { XyPoint } from './xy-data.ts';

/**
 * No more than about `maxPoints` of points that are by `x`, which draw the same line: of each stretch of `x` the first, the lowest,
 * the highest and the last. (M4: Jugel et al., https://www.vldb.org/pvldb/vol7/p797-jugel.pdf)
 */
export function decimate(points: readonly XyPoint[], maxPoints: number): readonly XyPoint[] {
  const first = points[0];
  const last = points.at(-1);
  if (points.length <= maxPoints || !first || !last) return points;
  const stretches = Math.max(1, Math.floor(maxPoints / 4));
  const width = (last.x - first.x) / stretches || 1;
  const kept: XyPoint[] = [];
  let stretch: XyPoint[] = [];
  let end = first.x + width;
  for (const point of points) {
    if (point.x >= end) {
      kept.push(...extremes(stretch));
      stretch = [];
      end = first.x + width * (Math.floor((point.x - first.x) / width) + 1);
    }
    stretch.push(point);
  }
  kept.push(...extremes(stretch));
  return kept;
}

/** The first, lowest, highest and last of points, in their order, none twice. */
function extremes(points: readonly XyPoint[]): readonly XyPoint[] {
  if (points.length <= 4) return points;
  let low = 0;
  let high = 0;
  points.forEach(({ y }, index) => {
    if (y < (points[low]?.y ?? y)) low = index;
    if (y > (points[high]?.y ?? y)) high = index;
  });
  const indexes = [...new Set([0, low, high, points.length - 1])].sort((a, b) => a - b);
  return indexes.flatMap((index) => points[index] ?? []);
}
