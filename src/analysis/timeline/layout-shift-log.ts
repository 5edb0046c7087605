import type { LayoutShiftEntry } from '../../model/entries.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import { mergeByStart } from '../merge-by-start.ts';

/** The layout shifts of a page load, extended as entries come. */
export interface LayoutShiftLog {
  add(entry: LayoutShiftEntry): void;
  /** All shifts by start time, those after an input too (`hadRecentInput`); CLS does not count these. */
  records(): readonly LayoutShiftRecord[];
}

/** An empty log. */
export function createLayoutShiftLog(): LayoutShiftLog {
  let pending: LayoutShiftRecord[] = [];
  let shifts: readonly LayoutShiftRecord[] = [];
  return {
    add({ startTime, value, hadRecentInput, sources }) {
      pending.push({ startTime, value, hadRecentInput, sources });
    },
    records() {
      shifts = mergeByStart(shifts, pending);
      pending = [];
      return shifts;
    },
  };
}
