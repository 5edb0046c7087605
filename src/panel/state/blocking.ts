import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { Tone } from './tone.ts';

/** A task blocks for the part of it over this (https://w3c.github.io/longtasks/). */
const LONG_TASK_MS = 50;

/** Users feel an answer that comes later than 100 ms (https://web.dev/articles/rail); 200 ms is all that a good page blocks. */
const FELT_MS = 100;
const HEAVY_MS = 200;

/** By how much tasks blocked the main thread, in ms. */
export function blockingTime(tasks: readonly LongTaskRecord[]): Milliseconds {
  return tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - LONG_TASK_MS), 0);
}

/** How bad a stretch of the main thread is for who uses the page. */
export function toneOfTask(duration: Milliseconds): Tone {
  return duration > HEAVY_MS ? 'error' : duration > FELT_MS ? 'warn' : 'none';
}
