import type { LayoutShiftSource, ScriptTiming, Selector } from './entries.ts';
import type { Bytes, Milliseconds } from './units.ts';

/** One unexpected (or input-driven) layout shift. */
export interface LayoutShiftRecord {
  readonly startTime: Milliseconds;
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly LayoutShiftSource[];
}

/** A task over 50 ms with the scripts that ran in it, longest first (empty where the browser does not attribute). */
export interface LongTaskRecord {
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
  readonly scripts: readonly ScriptTiming[];
}

/** One user interaction: the longest of its events, and the three parts of its latency. */
export interface InteractionRecord {
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
  readonly type: string;
  readonly target: Selector;
  readonly inputDelay: Milliseconds;
  readonly processingDuration: Milliseconds;
  readonly presentationDelay: Milliseconds;
}

/** When the document's events had been handled, in ms from the time origin; null while that has not happened. */
export interface LoadEvents {
  readonly domContentLoaded: Milliseconds | null;
  readonly load: Milliseconds | null;
}

/** A mark or measure of the page (https://w3c.github.io/user-timing/); a mark has no duration. */
export interface UserTimingRecord {
  readonly kind: 'mark' | 'measure';
  readonly name: string;
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
}

/** The JavaScript heap in use at a moment. */
export interface HeapSample {
  readonly startTime: Milliseconds;
  readonly usedJSHeapSize: Bytes;
}
