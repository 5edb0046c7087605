import type { LayoutShiftEntry } from '../../model/entries.ts';
import type { ViewRecord } from '../../model/metrics.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import { mergeByStart } from '../merge-by-start.ts';
import { type CountedShift, withSessionWindows } from './session-windows.ts';

/** The layout shifts of a page load, extended as entries come. */
export interface LayoutShiftLog {
  add(entry: LayoutShiftEntry): void;
  /**
   * All shifts by start time with their session windows, those after an input too (`hadRecentInput`); CLS does not count these.
   * `views` are those of the page load.
   */
  records(views: readonly ViewRecord[]): readonly LayoutShiftRecord[];
}

/** An empty log. */
export function createLayoutShiftLog(): LayoutShiftLog {
  let pending: CountedShift[] = [];
  let shifts: readonly CountedShift[] = [];
  return {
    add({ startTime, value, hadRecentInput, sources }) {
      pending.push({ startTime, value, hadRecentInput, sources });
    },
    records(views) {
      shifts = mergeByStart(shifts, pending);
      pending = [];
      return withSessionWindows(shifts, views);
    },
  };
}
