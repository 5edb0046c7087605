import { METRIC_THRESHOLDS } from '../../../analysis/metrics/thresholds.ts';
import type { PageAnalysis } from '../../../model/analysis.ts';
import { formatNumber } from '../../format.ts';
import { type ShiftWindow, shiftWindows } from '../../state/shift-windows.ts';
import { loadMarkers, timelineEnd } from '../../state/timeline-range.ts';
import type { XyChartData, XyPoint } from '../xy-data.ts';
import { timeAxis, timeMarkers } from './time-axis.ts';

/** A window closes when nothing moved for so long, or when it is so old: https://web.dev/articles/cls */
const GAP_MS = 1000;
const WINDOW_MS = 5000;
const [GOOD, FAIR] = METRIC_THRESHOLDS.CLS;

/** The shift score over time: how it grows within each session window, and each shift's part in it. */
export function scorePicture(analysis: Pick<PageAnalysis, 'views' | 'loadEvents' | 'layoutShifts'>): XyChartData {
  const { layoutShifts } = analysis;
  const inOrder = shiftWindows(layoutShifts).toSorted((a, b) => a.startTime - b.startTime);
  const closed = inOrder.map((window, index) => {
    const last = window.startTime + window.duration;
    return Math.min(last + GAP_MS, window.startTime + WINDOW_MS, inOrder[index + 1]?.startTime ?? Infinity);
  });
  const until = timelineEnd(analysis, [...layoutShifts, ...closed.map((startTime) => ({ startTime }))]);
  const counted = layoutShifts.filter(({ hadRecentInput }) => !hadRecentInput);
  const afterInput = layoutShifts.filter(({ hadRecentInput }) => hadRecentInput);
  return {
    x: timeAxis(until),
    y: { title: 'score', min: 0, reach: GOOD * 1.1, format: (score) => formatNumber(score, 3) },
    series: [
      { label: 'A shift', color: 'part-4', shape: 'dots', points: counted.map(dot) },
      { label: 'A shift after an input (does not count)', color: 'part-5', shape: 'dots', points: afterInput.map(dot) },
      {
        label: 'Score of the session window',
        color: 'part-1',
        shape: 'steps',
        filled: true,
        points: inOrder.flatMap(({ shifts }, index) => growth(shifts, closed[index] ?? until)),
      },
    ],
    ranges: inOrder.map(({ startTime }, index) => ({ from: startTime, to: closed[index] ?? startTime })),
    limits: [
      { label: `Good up to ${formatNumber(GOOD, 2)}`, at: GOOD, color: 'good-fill' },
      { label: `Poor over ${formatNumber(FAIR, 2)}`, at: FAIR, color: 'error-fill' },
    ],
    markers: timeMarkers(loadMarkers(analysis)),
  };
}

/** From nothing to the score of a window, and down again when it closes. */
function growth(shifts: ShiftWindow['shifts'], closed: number): readonly XyPoint[] {
  const steps = shifts.flatMap(({ startTime, sessionWindow }) =>
    sessionWindow ? [{ x: startTime, y: sessionWindow.score }] : [],
  );
  const [first] = steps;
  const last = steps.at(-1);
  return first && last ? [{ x: first.x, y: 0 }, ...steps, { x: closed, y: last.y }, { x: closed, y: Number.NaN }] : [];
}

function dot({ startTime, value }: { readonly startTime: number; readonly value: number }): XyPoint {
  return { x: startTime, y: value };
}
