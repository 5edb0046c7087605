import type { EpochMilliseconds } from '../../model/units.ts';

/** ISO 8601 in UTC; the epoch's start for what is no moment, since formats demand one. */
export function isoMoment(epochMs: EpochMilliseconds): string {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
