import { expect, test } from 'vitest';
import { scorePicture } from '../../../../../src/panel/charts/pictures/score-picture.ts';
import { layoutShiftRecord, pageAnalysis } from '../../../../fixtures/builders/analysis.ts';

const sessionWindow = (startTime: number, score: number) => ({ viewId: 'view-1', startTime, score });

test('the score grows with each shift of a window and ends with it, a second after the last', () => {
  const layoutShifts = [
    layoutShiftRecord({ startTime: 1000, value: 0.1, sessionWindow: sessionWindow(1000, 0.1) }),
    layoutShiftRecord({ startTime: 1400, value: 0.2, sessionWindow: sessionWindow(1000, 0.3) }),
    layoutShiftRecord({ startTime: 5000, value: 0.05, sessionWindow: sessionWindow(5000, 0.05) }),
    layoutShiftRecord({ startTime: 5200, value: 0.4, hadRecentInput: true, sessionWindow: null }),
  ];
  const picture = scorePicture(pageAnalysis({ layoutShifts }));
  const score = picture.series.find(({ shape }) => shape === 'steps')?.points ?? [];
  expect(score).toEqual([
    { x: 1000, y: 0 },
    { x: 1000, y: 0.1 },
    { x: 1400, y: 0.3 },
    { x: 2400, y: 0.3 },
    { x: 2400, y: Number.NaN },
    { x: 5000, y: 0 },
    { x: 5000, y: 0.05 },
    { x: 6000, y: 0.05 },
    { x: 6000, y: Number.NaN },
  ]);
  expect(picture.ranges).toEqual([
    { from: 1000, to: 2400 },
    { from: 5000, to: 6000 },
  ]);
  const dots = picture.series.filter(({ shape }) => shape === 'dots');
  expect(dots.map(({ points }) => points.length)).toEqual([3, 1]);
  expect(picture.limits?.map(({ at }) => at)).toEqual([0.1, 0.25]);
});

test('a window is closed five seconds after its first shift, and where the next begins', () => {
  const layoutShifts = [
    layoutShiftRecord({ startTime: 1000, value: 0.1, sessionWindow: sessionWindow(1000, 0.1) }),
    layoutShiftRecord({ startTime: 5900, value: 0.1, sessionWindow: sessionWindow(1000, 0.2) }),
    layoutShiftRecord({ startTime: 6100, value: 0.1, sessionWindow: sessionWindow(6100, 0.1) }),
    layoutShiftRecord({ startTime: 6500, value: 0.1, sessionWindow: sessionWindow(6500, 0.1) }),
  ];
  const { ranges } = scorePicture(pageAnalysis({ layoutShifts }));
  expect(ranges?.map(({ to }) => to)).toEqual([6000, 6500, 7500]);
});
