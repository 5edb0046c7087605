import type { LayoutShiftRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';

/** A session window with its shifts. */
export interface ShiftWindow {
  readonly viewId: string;
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
  /** Sum of its shifts; the largest of a view is the view's CLS (https://web.dev/articles/cls). */
  readonly score: number;
  readonly shifts: readonly LayoutShiftRecord[];
}

/** The session windows of a page load, the largest first. Shifts with recent input are in none. */
export function shiftWindows(shifts: readonly LayoutShiftRecord[]): readonly ShiftWindow[] {
  const windows = new Map<string, LayoutShiftRecord[]>();
  for (const shift of shifts) {
    if (shift.sessionWindow === null) continue;
    const key = `${shift.sessionWindow.viewId} ${shift.sessionWindow.startTime}`;
    const known = windows.get(key);
    if (known) known.push(shift);
    else windows.set(key, [shift]);
  }
  return [...windows.values()].flatMap(windowOf).sort((a, b) => b.score - a.score);
}

function windowOf(shifts: readonly LayoutShiftRecord[]): readonly ShiftWindow[] {
  const last = shifts.at(-1);
  if (!last?.sessionWindow) return [];
  const { viewId, startTime, score } = last.sessionWindow;
  return [{ viewId, startTime, duration: last.startTime - startTime, score, shifts }];
}
