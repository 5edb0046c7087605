import {
  Chart,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { type ChartTheme, chartTheme, onThemeChange } from './chart-theme.ts';
import { decimate } from './decimate.ts';
import { paintAxes } from './paint-axes.ts';
import type { PanelChart } from './panel-chart.ts';
import type { XyAxis, XyChartData, XyPoint, XySeries } from './xy-data.ts';
import { xyOverlays } from './xy-overlays.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Tooltip);

/** More than this of a series cannot be told apart in a panel. */
const MAX_POINTS = 2000;
/** Lines of fewer points show where these are. */
const MAX_DOTS = 60;
/** Labels under a chart; those that would touch are left out. */
const MOST_TIMES = 11;

/** Values over time with what marks them. It does not move by itself, whatever the user prefers. */
export function createXyChart(canvas: HTMLCanvasElement): PanelChart<XyChartData> {
  let shown: XyChartData = { x: { format: String }, y: { format: String }, series: [] };
  let theme = chartTheme();
  const chart: Chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      parsing: false,
      normalized: true,
      layout: { padding: { top: 0 } },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      plugins: {
        tooltip: {
          displayColors: false,
          // The foot of a bar says nothing that its top does not.
          filter: ({ parsed }) => parsed.y !== 0,
          callbacks: {
            title: ([item]) => (item?.parsed.x == null ? '' : shown.x.format(item.parsed.x)),
            label: ({ datasetIndex, raw }) => {
              const series = shown.series[datasetIndex];
              return series ? describe(series, raw as XyPoint) : '';
            },
          },
        },
      },
      scales: {
        x: xScale(() => shown.x),
        y: scale(() => shown.y, 5),
        right: {
          ...scale(() => shown.right, 5),
          position: 'right',
          display: false,
          grid: { drawOnChartArea: false },
        },
      },
    },
    plugins: [
      xyOverlays(
        () => shown,
        () => theme,
      ),
    ],
  });

  /** What the tooltip says of a point. */
  function describe({ label, onRight }: XySeries, { y, note }: XyPoint): string {
    const axis = onRight && shown.right ? shown.right : shown.y;
    return note ?? `${label}: ${axis.format(y)}`;
  }

  function paint(): void {
    theme = paintAxes(chart);
    chart.data.datasets = shown.series.map((series) => dataset(series, theme));
    chart.update();
  }

  const stop = onThemeChange(paint);
  return {
    update(data) {
      shown = data;
      const { x, y, right } = chart.options.scales ?? {};
      if (x) Object.assign(x, boundsOf(data.x));
      if (y) Object.assign(y, boundsOf(data.y));
      if (right) Object.assign(right, { ...(data.right && boundsOf(data.right)), display: data.right !== undefined });
      if (y?.ticks) Object.assign(y.ticks, { precision: data.y.whole ? 0 : undefined });
      paint();
    },
    destroy() {
      stop();
      chart.destroy();
    },
  };
}

function xScale(axis: () => XyAxis) {
  return {
    ...scale(axis, MOST_TIMES),
    bounds: 'data' as const,
    ticks: {
      ...ticks(axis, MOST_TIMES),
      // Where the data ends is no round number, and none to write on an axis.
      callback(value: number | string, index: number, all: readonly unknown[]) {
        const { max, format } = axis();
        return index > 0 && index === all.length - 1 && Number(value) === max ? null : format(Number(value));
      },
    },
  };
}

function scale(axis: () => XyAxis | undefined, maxTicksLimit: number) {
  return {
    type: 'linear' as const,
    border: { display: false },
    grid: {},
    title: { display: false, text: '', padding: 2 },
    ticks: ticks(axis, maxTicksLimit),
  };
}

function ticks(axis: () => XyAxis | undefined, maxTicksLimit: number) {
  return {
    maxTicksLimit,
    maxRotation: 0,
    callback: (value: number | string): string | null => axis()?.format(Number(value)) ?? null,
  };
}

/** What of an axis changes with the data. */
function boundsOf({ title, min, max, reach }: XyAxis) {
  return {
    min,
    max,
    suggestedMax: reach,
    title: { display: title !== undefined, text: title ?? '', padding: 2 },
  };
}

function dataset({ label, color, shape, filled, onRight, points }: XySeries, theme: ChartTheme): ChartDataset<'line'> {
  const rgb = theme.colors[color];
  const data = [...decimate(points, MAX_POINTS)];
  const isDotted = shape === 'dots' || (shape === 'line' && data.length <= MAX_DOTS);
  return {
    label,
    data,
    yAxisID: onRight ? 'right' : 'y',
    stepped: shape === 'steps',
    showLine: shape !== 'dots',
    fill: filled ? 'origin' : false,
    borderColor: rgb,
    backgroundColor: filled ? translucent(rgb) : rgb,
    borderWidth: 1.5,
    pointRadius: isDotted ? 2.5 : 0,
    pointBackgroundColor: rgb,
    pointHitRadius: 8,
  };
}

/** `rgb(1, 2, 3)` with the ground shining through. */
function translucent(rgb: string): string {
  return rgb.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.3)');
}
