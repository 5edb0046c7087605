import type { LayoutShiftSource, ScriptTiming, Selector } from './entries.ts';
import type { Milliseconds } from './units.ts';

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
