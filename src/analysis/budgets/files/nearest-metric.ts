import { LIMIT_METRICS } from '../limit-metrics.ts';

/** More changes than this make another word, not a typing error. */
const MAX_DISTANCE = 3;

/** ` Did you mean LCP?` for a key whose kind is nearly one that is known; else empty. */
export function nearestMetric(key: string): string {
  const kind = (key.split(':')[0] ?? '').toLowerCase();
  if (LIMIT_METRICS.has(key.split(':')[0] ?? '')) return '';
  const ranked = [...LIMIT_METRICS.keys()]
    .map((name) => ({ name, distance: distanceOf(kind, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [nearest] = ranked;
  const isNear = nearest !== undefined && nearest.distance <= Math.min(MAX_DISTANCE, Math.ceil(kind.length / 2));
  return isNear ? ` Did you mean ${nearest.name}?` : '';
}

/** Levenshtein's distance: single letters to add, to leave out or to replace. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
