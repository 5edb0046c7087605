/** How the second stands against the first; `unknown` where either is not known. */
export type Direction = 'better' | 'worse' | 'same' | 'unknown';

/** One figure of two page loads. Null: not known, which is not 0. */
export interface Change {
  readonly a: number | null;
  readonly b: number | null;
  /** b - a; null when either is not known. */
  readonly difference: number | null;
}

export function changeOf(a: number | null, b: number | null): Change {
  return { a, b, difference: a === null || b === null ? null : b - a };
}

/** A difference under this share of the larger figure is chance: two loads of one page differ by as much. */
const NOTABLE_SHARE = 0.1;

/** Whether figures of which less is better differ by more than chance, and by `least`. */
export function directionOf(a: number | null, b: number | null, least = 0): Direction {
  if (a === null || b === null) return 'unknown';
  const difference = Math.abs(b - a);
  if (difference === 0 || difference < least || difference < NOTABLE_SHARE * Math.max(a, b)) return 'same';
  return b > a ? 'worse' : 'better';
}

/** What ranks higher is worse. */
export function byRank(a: number, b: number): Direction {
  if (a === b) return 'same';
  return b > a ? 'worse' : 'better';
}

/** What is in one list, the other, or both, by key; the order is that of the first, then of the second. */
export function pairs<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
): readonly { readonly key: string; readonly a: T | null; readonly b: T | null }[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].map((key) => ({ key, a: a.get(key) ?? null, b: b.get(key) ?? null }));
}

/** Items by key; the second and further ones of a key get its number, so that none is lost. */
export function byKey<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const key = keyOf(item);
      const count = seen.get(key) ?? 0;
      seen.set(key, count + 1);
      return [count === 0 ? key : `${key} #${count + 1}`, item];
    }),
  );
}

/** Orders texts alike on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
