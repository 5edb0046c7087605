import type { LayoutShiftEntry } from '../../model/entries.ts';
import type { ViewRecord } from '../../model/metrics.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import { firstIndexFrom } from '../first-index-from.ts';
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

/** An empty log. A call of `records` costs the shifts from the first new one on, as long as the views are the same. */
export function createLayoutShiftLog(): LayoutShiftLog {
  let pending: CountedShift[] = [];
  let shifts: readonly CountedShift[] = [];
  let records: readonly LayoutShiftRecord[] = [];
  let viewsBefore = '';
  return {
    add({ startTime, value, hadRecentInput, sources }) {
      pending.push({ startTime, value, hadRecentInput, sources });
    },
    records(views) {
      const key = JSON.stringify(views.map(({ viewId, startTime }) => [viewId, startTime]));
      if (key !== viewsBefore) records = [];
      viewsBefore = key;
      if (pending.length === 0 && records.length === shifts.length) return records;
      const from = pending.reduce((first, { startTime }) => Math.min(first, startTime), Number.POSITIVE_INFINITY);
      shifts = mergeByStart(shifts, pending);
      pending = [];
      const kept = records.slice(
        0,
        firstIndexFrom(records, from, ({ startTime }) => startTime),
      );
      records = withSessionWindows(shifts, views, kept);
      return records;
    },
  };
}
