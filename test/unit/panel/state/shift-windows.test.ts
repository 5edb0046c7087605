import { expect, test } from 'vitest';
import { shiftWindows } from '../../../../src/panel/state/shift-windows.ts';
import { layoutShiftRecord } from '../../../fixtures/builders/analysis.ts';

test('gathers the shifts of each session window, the largest window first', () => {
  const small = layoutShiftRecord({ startTime: 100, value: 0.02 });
  const first = layoutShiftRecord({ startTime: 3000, value: 0.1 });
  const second = layoutShiftRecord({
    startTime: 3400,
    value: 0.2,
    sessionWindow: { viewId: 'view-1', startTime: 3000, score: 0.1 + 0.2 },
  });
  expect(shiftWindows([small, first, second])).toEqual([
    { viewId: 'view-1', startTime: 3000, duration: 400, score: 0.1 + 0.2, shifts: [first, second] },
    { viewId: 'view-1', startTime: 100, duration: 0, score: 0.02, shifts: [small] },
  ]);
});

test('leaves out shifts that follow an input', () => {
  expect(shiftWindows([layoutShiftRecord({ hadRecentInput: true })])).toEqual([]);
});
