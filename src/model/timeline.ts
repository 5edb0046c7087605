import type { LayoutShiftSource, ScriptTiming, Selector } from './entries.ts';
import type { Bytes, Milliseconds } from './units.ts';

/** The session window that a layout shift is counted in; CLS is the largest of a view (https://web.dev/articles/cls). */
export interface SessionWindow {
  readonly viewId: string;
  /** Start of its first shift. Windows of a view do not overlap, so this tells them apart. */
  readonly startTime: Milliseconds;
  /** Sum of its shifts up to and including this one. */
  readonly score: number;
}

/** One unexpected (or input-driven) layout shift. */
export interface LayoutShiftRecord {
  readonly startTime: Milliseconds;
  readonly value: number;
  readonly hadRecentInput: boolean;
  /** Null for a shift with recent input, which does not count. */
  readonly sessionWindow: SessionWindow | null;
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
