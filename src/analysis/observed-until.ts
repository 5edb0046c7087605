import type { PageLoadRecord } from '../model/page-load.ts';
import type { EpochMilliseconds, Milliseconds } from '../model/units.ts';

/** How long a page load was watched, in ms from its time origin. `now` counts only while it is open. */
export function observedUntil(pageLoad: PageLoadRecord, now: EpochMilliseconds | undefined): Milliseconds {
  const { updatedAt, timeOrigin, state } = pageLoad;
  return Math.max(updatedAt, state === 'open' ? (now ?? updatedAt) : updatedAt) - timeOrigin;
}
