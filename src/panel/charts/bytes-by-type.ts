import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { RESOURCE_TYPES, type ResourceTotal } from '../../model/resources.ts';
import { formatBytes, formatCount, formatTotal } from '../format.ts';
import { onThemeChange } from './chart-theme.ts';
import { paintAxes } from './paint-axes.ts';
import type { PanelChart } from './panel-chart.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** A bar of known transferred bytes and one of requests for each resource type, in the panel's colours, redrawn when the theme changes. */
export function createBytesChart(canvas: HTMLCanvasElement): PanelChart<readonly ResourceTotal[]> {
  let shown: readonly ResourceTotal[] = [];
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...RESOURCE_TYPES],
      datasets: [
        { label: 'Transferred', xAxisID: 'x', ...BARS },
        { label: 'Requests', xAxisID: 'requests', ...BARS },
      ],
    },
    options: {
      indexAxis: 'y',
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: {
            label: ({ dataIndex }) => {
              const total = totalOf(shown, dataIndex);
              return total ? `${formatTotal(total.transferSize)} in ${formatCount(total.requests)} requests` : '';
            },
          },
        },
      },
      scales: {
        x: {
          beginAtZero: true,
          border: { display: false },
          ticks: { maxTicksLimit: 5, callback: (value) => formatBytes(Number(value)) },
        },
        requests: {
          position: 'top',
          beginAtZero: true,
          border: { display: false },
          grid: { display: false },
          ticks: { maxTicksLimit: 5, precision: 0, callback: (value) => formatCount(Number(value)) },
        },
        y: { grid: { display: false }, border: { display: false } },
      },
    },
  });

  function paint(): void {
    const { text, colors } = paintAxes(chart);
    const { y } = chart.options.scales ?? {};
    if (y?.ticks) Object.assign(y.ticks, { color: text });
    const [bytes, requests] = chart.data.datasets;
    if (bytes) bytes.backgroundColor = colors['part-1'];
    if (requests) requests.backgroundColor = colors['part-4'];
    chart.update();
  }

  const stop = onThemeChange(paint);
  paint();
  return {
    update(totals) {
      shown = totals;
      const [bytes, requests] = chart.data.datasets;
      if (bytes) bytes.data = RESOURCE_TYPES.map((_, index) => totalOf(totals, index)?.transferSize.value ?? 0);
      if (requests) requests.data = RESOURCE_TYPES.map((_, index) => totalOf(totals, index)?.requests ?? 0);
      chart.update();
    },
    destroy() {
      stop();
      chart.destroy();
    },
  };
}

const BARS = { data: RESOURCE_TYPES.map(() => 0), maxBarThickness: 8, borderRadius: 2, minBarLength: 0 };

function totalOf(totals: readonly ResourceTotal[], index: number): ResourceTotal | undefined {
  return totals.find(({ resourceType }) => resourceType === RESOURCE_TYPES[index]);
}
