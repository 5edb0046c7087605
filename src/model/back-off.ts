import type { Milliseconds } from './units.ts';

/** Main-thread time that the collector may take in one minute, 5 %; each time it takes more, it backs off by a step. */
export const MAX_SELF_COST_A_MINUTE: Milliseconds = 3000;

/** After the second step, events shorter than this are not observed; `poor` INP begins at 500 ms, `good` ends at it. */
export const BACKED_OFF_EVENT_THRESHOLD: Milliseconds = 200;

/**
 * How far the collector backed off in a page load, for the rest of it. 0: not at all. 1: user timings are not recorded but counted,
 * as dropped by caps. 2: nor are events under the threshold, which the browser then does not hand over.
 */
export type BackOff = 0 | 1 | 2;
