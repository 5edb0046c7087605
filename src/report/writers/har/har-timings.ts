import type { ResourceRecord } from '../../../model/resources.ts';
import type { Milliseconds } from '../../../model/units.ts';

/** The phases of a request as HAR has them; -1: did not occur, or is hidden. `ssl` lies inside `connect`. */
export interface HarTimings {
  readonly blocked: Milliseconds;
  readonly dns: Milliseconds;
  readonly connect: Milliseconds;
  readonly ssl: Milliseconds;
  readonly send: Milliseconds;
  readonly wait: Milliseconds;
  readonly receive: Milliseconds;
  readonly comment?: string;
}

/** Stands beside phases that are none: the whole duration counts as waiting then. */
export const HIDDEN_PHASES = 'The browser hides the phases of this request; wait is its whole duration.';

/** HAR's phases of a request. Where the browser hides them, all of the duration counts as waiting, and a comment says so. */
export function harTimings({ phases, duration }: ResourceRecord): HarTimings {
  const { queued, dns, connect, tls, request, wait, earlyHints, download } = phases;
  if (Object.values(phases).every((phase) => phase === null)) {
    const hidden = { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: Math.max(0, duration), receive: 0 };
    return { ...hidden, comment: HIDDEN_PHASES };
  }
  return {
    blocked: queued ?? -1,
    dns: dns ?? -1,
    connect: connect === null && tls === null ? -1 : (connect ?? 0) + (tls ?? 0),
    ssl: tls ?? -1,
    send: request ?? 0,
    wait: (wait ?? 0) + (earlyHints ?? 0),
    receive: download ?? 0,
  };
}

/** HAR's `time`: the sum of the phases that are not -1; `ssl` is in `connect` already. */
export function timeOf({ blocked, dns, connect, send, wait, receive }: HarTimings): Milliseconds {
  return [blocked, dns, connect, send, wait, receive].reduce((sum, phase) => sum + Math.max(0, phase), 0);
}
