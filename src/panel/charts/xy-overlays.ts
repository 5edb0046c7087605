import type { Chart, ChartArea, Plugin } from 'chart.js';
import type { ChartTheme } from './chart-theme.ts';
import { type LabelBox, placeLabels } from './place-labels.ts';
import type { XyChartData } from './xy-data.ts';

const ROW = 14;
const GAP = 6;
/** Between the names above and the highest value of an axis. */
const ABOVE = 6;
/** Room that an axis takes, as far as it can be told before it is laid out. */
const AXIS = 56;

/**
 * Draws what is marked in a chart of values: shaded stretches behind them, names of moments above, limits across; the legend
 * names these.
 */
export function xyOverlays(data: () => XyChartData, theme: () => ChartTheme): Plugin {
  let rows: readonly number[] = [];

  function layOut(chart: Chart): void {
    const { markers = [], x } = data();
    const { ctx, width } = chart;
    ctx.save();
    ctx.font = fontOf(theme());
    const right = width - (data().right ? AXIS : 0);
    const end = x.max ?? Math.max(1, ...markers.map(({ at }) => at));
    const boxes = markers.map(({ label, at }) =>
      labelBox(AXIS + ((right - AXIS) * at) / end, ctx.measureText(label).width, right),
    );
    ctx.restore();
    rows = placeLabels(boxes, GAP);
    const { layout } = chart.options;
    if (layout) layout.padding = { top: markers.length > 0 ? ROW * (Math.max(...rows) + 1) + ABOVE : ABOVE };
  }

  function drawRanges({ ctx, chartArea, scales }: Chart): void {
    const { x } = scales;
    ctx.save();
    clip(ctx, chartArea);
    ctx.fillStyle = theme().shade;
    for (const { from, to } of data().ranges ?? []) {
      const left = x?.getPixelForValue(from) ?? 0;
      const right = x?.getPixelForValue(to) ?? 0;
      ctx.fillRect(left, chartArea.top, Math.max(2, right - left), chartArea.height);
    }
    ctx.restore();
  }

  function drawLimits({ ctx, chartArea, scales }: Chart): void {
    const { y } = scales;
    for (const { at, color } of data().limits ?? []) {
      const place = y?.getPixelForValue(at) ?? 0;
      if (place < chartArea.top || place > chartArea.bottom) continue;
      ctx.strokeStyle = theme().colors[color];
      line(ctx, chartArea.left, place, chartArea.right, place);
    }
  }

  function drawMarkers({ ctx, chartArea, scales }: Chart): void {
    const markers = (data().markers ?? []).map(({ label, at }, index) => {
      const place = scales.x?.getPixelForValue(at) ?? 0;
      const top = chartArea.top - ABOVE - ROW * ((rows[index] ?? 0) + 1);
      return { label, place, top, box: labelBox(place, ctx.measureText(label).width, chartArea.right) };
    });
    ctx.strokeStyle = theme().line;
    for (const { place, top } of markers) line(ctx, place, top + 1, place, chartArea.bottom);
    for (const { label, box, top } of markers) write(ctx, label, box, top);
  }

  /** On a ground of its own: lines may pass behind it. */
  function write(ctx: CanvasRenderingContext2D, label: string, { left, width }: LabelBox, top: number): void {
    ctx.fillStyle = theme().background;
    ctx.fillRect(left - 1, top, width + 2, ROW);
    ctx.fillStyle = theme().muted;
    ctx.textBaseline = 'middle';
    ctx.fillText(label, left, top + ROW / 2);
  }

  return {
    id: 'xy-overlays',
    beforeLayout: layOut,
    beforeDatasetsDraw: drawRanges,
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = fontOf(theme());
      ctx.lineWidth = 1;
      ctx.setLineDash([3, 3]);
      drawLimits(chart);
      drawMarkers(chart);
      ctx.restore();
    },
  };
}

/** Right of its place, or left of it where there is no room. */
function labelBox(place: number, width: number, end: number): LabelBox {
  return { left: place + 3 + width > end ? place - 3 - width : place + 3, width };
}

function fontOf({ font }: ChartTheme): string {
  return `${font.size}px ${font.family}`;
}

function clip(ctx: CanvasRenderingContext2D, { left, top, width, height }: ChartArea): void {
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
}

function line(ctx: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}
