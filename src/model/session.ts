import type { PageLoadRecord } from './page-load.ts';
import type { EpochMilliseconds } from './units.ts';

/** What one tab did from opening to closing; a browser restart starts a new one. */
export interface Session {
  readonly sessionId: string;
  readonly startedAt: EpochMilliseconds;
}

/** The session of a list of its page loads: it starts with the earliest of them, or `now` when there is none. */
export function sessionOf(sessionId: string, pageLoads: readonly PageLoadRecord[], now: EpochMilliseconds): Session {
  const starts = pageLoads.map((load) => load.timeOrigin);
  return { sessionId, startedAt: starts.length > 0 ? Math.min(...starts) : now };
}
