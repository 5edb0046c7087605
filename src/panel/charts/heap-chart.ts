import { Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import type { HeapSample } from '../../model/timeline.ts';
import { formatBytes, formatMs } from '../format.ts';
import { onThemeChange } from './chart-theme.ts';
import { paintAxes } from './paint-axes.ts';
import type { PanelChart } from './panel-chart.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Tooltip);

/** The JavaScript heap over time. It does not move by itself, whatever the user prefers. */
export function createHeapChart(canvas: HTMLCanvasElement): PanelChart<readonly HeapSample[]> {
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [{ data: pointsOf([]), borderWidth: 2, pointRadius: 2, pointHitRadius: 8 }] },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      parsing: false,
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: {
            title: ([item]) => (item?.parsed.x == null ? '' : formatMs(item.parsed.x)),
            label: ({ parsed }) => (parsed.y === null ? '' : formatBytes(parsed.y)),
          },
        },
      },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          bounds: 'data',
          border: { display: false },
          ticks: { maxTicksLimit: 6, callback: (value) => formatMs(Number(value)) },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          ticks: { maxTicksLimit: 5, callback: (value) => formatBytes(Number(value)) },
        },
      },
    },
  });

  function paint(): void {
    const { bar } = paintAxes(chart);
    const [dataset] = chart.data.datasets;
    if (dataset) Object.assign(dataset, { borderColor: bar, backgroundColor: bar });
    chart.update();
  }

  const stop = onThemeChange(paint);
  paint();
  return {
    update(samples) {
      const [dataset] = chart.data.datasets;
      if (dataset) dataset.data = pointsOf(samples);
      chart.update();
    },
    destroy() {
      stop();
      chart.destroy();
    },
  };
}

function pointsOf(samples: readonly HeapSample[]): { readonly x: number; readonly y: number }[] {
  return samples.map(({ startTime, usedJSHeapSize }) => ({ x: startTime, y: usedJSHeapSize }));
}
