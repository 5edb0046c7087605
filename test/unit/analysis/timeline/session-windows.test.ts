import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LayoutShiftManager } from '../../../../node_modules/web-vitals/dist/modules/lib/LayoutShiftManager.js';
import { type CountedShift, withSessionWindows } from '../../../../src/analysis/timeline/session-windows.ts';
import { viewAt } from '../../../../src/analysis/views.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

function shift(startTime: number, overrides: Partial<CountedShift> = {}): CountedShift {
  return { startTime, value: 0.1, hadRecentInput: false, sources: [], ...overrides };
}

/** Start of the window that each shift is in. */
function starts(...times: readonly number[]): readonly (number | undefined)[] {
  const shifts = times.map((time) => shift(time));
  return withSessionWindows(shifts, [viewRecord()]).map(({ sessionWindow }) => sessionWindow?.startTime);
}

describe('a session window', () => {
  test('goes on for a gap under a second', () => {
    expect(starts(100, 1099.9)).toEqual([100, 100]);
    expect(starts(100, 1100)).toEqual([100, 1100]);
  });

  test('is under five seconds old, however small the gaps', () => {
    expect(starts(0, 900, 1800, 2700, 3600, 4500, 4999.9)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(starts(0, 900, 1800, 2700, 3600, 4500, 5000, 5100)).toEqual([0, 0, 0, 0, 0, 0, 5000, 5000]);
  });

  test('adds up its shifts, each with the score so far', () => {
    const windows = withSessionWindows(
      [shift(0, { value: 0.25 }), shift(10, { value: 0.5 }), shift(2000)],
      [viewRecord()],
    );
    expect(windows.map(({ sessionWindow }) => sessionWindow)).toEqual([
      { viewId: 'view-1', startTime: 0, score: 0.25 },
      { viewId: 'view-1', startTime: 0, score: 0.75 },
      { viewId: 'view-1', startTime: 2000, score: 0.1 },
    ]);
  });

  test('takes no shift with recent input, nor is held open by one', () => {
    const shifts = [shift(0), shift(900, { hadRecentInput: true }), shift(1000)];
    expect(withSessionWindows(shifts, [viewRecord()]).map(({ sessionWindow }) => sessionWindow?.startTime)).toEqual([
      0,
      undefined,
      1000,
    ]);
  });

  test('ends with its view', () => {
    const views = [viewRecord(), viewRecord({ viewId: 'view-2', kind: 'soft-navigation', startTime: 500 })];
    const windows = withSessionWindows([shift(400), shift(600)], views);
    expect(windows.map(({ sessionWindow }) => [sessionWindow?.viewId, sessionWindow?.score])).toEqual([
      ['view-1', 0.1],
      ['view-2', 0.1],
    ]);
  });
});

test('the largest window of each view is CLS as web-vitals counts it', () => {
  const anyShift = fc.record({
    gap: fc.constantFrom(0, 300, 999, 1000, 1001, 2500),
    value: fc.double({ min: 0.001, max: 1, noNaN: true }),
    hadRecentInput: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 40 }), fc.nat(20_000), (parts, boundary) => {
      const views = [viewRecord(), viewRecord({ viewId: 'view-2', kind: 'soft-navigation', startTime: boundary })];
      let now = 0;
      const shifts = parts.map(({ gap, ...rest }) => {
        now += gap;
        return shift(now, rest);
      });
      const windows = withSessionWindows(shifts, views);
      for (const { viewId } of views) {
        const scores = windows.map(({ sessionWindow }) => (sessionWindow?.viewId === viewId ? sessionWindow.score : 0));
        const own = shifts.filter(({ startTime }) => viewAt(views, startTime)?.viewId === viewId);
        expect(Math.max(0, ...scores)).toBe(clsOf(own));
      }
    }),
  );
});

/** The largest session value that web-vitals reaches over the shifts of one view. */
function clsOf(shifts: readonly CountedShift[]): number {
  const manager = new LayoutShiftManager();
  return shifts.reduce((cls, { startTime, value, hadRecentInput }) => {
    manager._processEntry({ startTime, value, hadRecentInput } as LayoutShift);
    return Math.max(cls, manager._sessionValue);
  }, 0);
}
