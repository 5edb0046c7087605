import type { SanitizedPageLoad } from '../../sanitize.ts';

/**
 * One event of the trace event format
 * (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU): `ts` and `dur` in microseconds.
 */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: 'X' | 'I' | 'M' | 'C' | 'b' | 'e' | 'n';
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly id?: string;
  /** Scope of an instant. */
  readonly s?: 't' | 'p' | 'g';
  readonly args: Readonly<Record<string, unknown>>;
}

/** What the events of one page load have in common. */
export interface TraceContext {
  readonly load: SanitizedPageLoad;
  /** Place of the page load in the report, from 0; it tells its ids from those of others. */
  readonly index: number;
  /** The tab's frame, and the load's navigation, as Chrome's own traces name them. */
  readonly frame: string;
  readonly navigationId: string;
  /** Microseconds of the trace's clock at a moment of the page load, in ms. */
  readonly at: (ms: number) => number;
}

/** One renderer with its main thread stands for the tab. */
export const RENDERER_PID = 1;
export const MAIN_THREAD_TID = 1;
export const BROWSER_PID = 2;

const PLACE = { pid: RENDERER_PID, tid: MAIN_THREAD_TID } as const;

/** A stretch on the main thread; those of one thread must nest. */
export function complete(name: string, cat: string, ts: number, dur: number, args: TraceEvent['args']): TraceEvent {
  return { name, cat, ph: 'X', ts, dur: Math.max(0, Math.round(dur)), ...PLACE, args };
}

/** A moment on the main thread. */
export function instant(name: string, cat: string, ts: number, args: TraceEvent['args']): TraceEvent {
  return { name, cat, ph: 'I', s: 't', ts, ...PLACE, args };
}

/** A stretch on a track of its own, which may overlap any other. */
export function stretch(
  name: string,
  cat: string,
  id: string,
  [from, to]: readonly [number, number],
  args: TraceEvent['args'],
): readonly TraceEvent[] {
  const common = { name, cat, id, ...PLACE };
  return [
    { ...common, ph: 'b', ts: from, args },
    { ...common, ph: 'e', ts: Math.max(from, to), args: {} },
  ];
}
