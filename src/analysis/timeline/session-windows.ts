import type { ViewRecord } from '../../model/metrics.ts';
import type { LayoutShiftRecord, SessionWindow } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { viewAt } from '../views.ts';

/** A window ends where no shift came for this long, and at the latest when it is this old: https://web.dev/articles/cls */
const MAX_GAP_MS = 1000;
const MAX_WINDOW_MS = 5000;

/** A shift before it is put into its window. */
export type CountedShift = Omit<LayoutShiftRecord, 'sessionWindow'>;

/**
 * The shifts, which are by start time, each with its session window. Windows do not reach from one view into the next. `known` are
 * the records of the first of them, which are taken over.
 */
export function withSessionWindows(
  shifts: readonly CountedShift[],
  views: readonly ViewRecord[],
  known: readonly LayoutShiftRecord[] = [],
): readonly LayoutShiftRecord[] {
  const before = known.findLast(({ sessionWindow }) => sessionWindow !== null);
  let current: SessionWindow | null = before?.sessionWindow ?? null;
  let last: Milliseconds = before?.startTime ?? Number.NEGATIVE_INFINITY;
  const others = shifts.slice(known.length).map((shift): LayoutShiftRecord => {
    if (shift.hadRecentInput) return { ...shift, sessionWindow: null };
    const { startTime, value } = shift;
    const viewId = viewAt(views, startTime)?.viewId ?? '';
    const goesOn: boolean =
      current !== null &&
      current.viewId === viewId &&
      startTime - last < MAX_GAP_MS &&
      startTime - current.startTime < MAX_WINDOW_MS;
    const window: SessionWindow =
      goesOn && current !== null ? { ...current, score: current.score + value } : { viewId, startTime, score: value };
    current = window;
    last = startTime;
    return { ...shift, sessionWindow: window };
  });
  return known.concat(others);
}
