import type { Bytes } from './units.ts';

/**
 * A byte size that knows where it came from. `value` is null exactly when `source` is `unknown`
 * (an opaque cross-origin response without Timing-Allow-Origin), and never 0 in its place.
 */
export type Size =
  | { readonly value: Bytes; readonly source: 'resource-timing' | 'har' }
  | { readonly value: null; readonly source: 'unknown' };

/** The size that nobody told us. */
export const UNKNOWN_SIZE: Size = { value: null, source: 'unknown' };

/** A size that Resource Timing reported, in bytes. */
export function timingSize(value: Bytes): Size {
  return { value, source: 'resource-timing' };
}

/** A sum of sizes: `value` counts the known ones, `unknown` says how many parts are missing from it ("at least"). */
export interface SizeTotal {
  readonly value: Bytes;
  readonly unknown: number;
}
