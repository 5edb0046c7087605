import { useRef } from 'preact/hooks';

/**
 * The items in the order in which each was first seen here, by its key: what is new comes last, and moves nothing that is there. One
 * that went and comes again is new.
 */
export function useArrivalOrder<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const known = useRef<readonly string[]>([]);
  known.current = inArrivalOrder(known.current, items.map(keyOf));
  const places = new Map(known.current.map((key, place) => [key, place]));
  const placeOf = (item: T) => places.get(keyOf(item)) ?? items.length;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The keys that were known and are there still, then the others in their own order. */
export function inArrivalOrder(known: readonly string[], keys: readonly string[]): readonly string[] {
  const there = new Set(keys);
  return [...new Set([...known.filter((key) => there.has(key)), ...keys])];
}
