import { LazyChart } from './LazyChart.tsx';
import type { XyChartData } from './xy-data.ts';

interface Props {
  readonly testId: string;
  /** The chart in words. */
  readonly label: string;
  /** Id of the element that holds the same as text. */
  readonly details?: string;
  /** To be kept while nothing changes: each new one is drawn. */
  readonly data: XyChartData;
}

/** A chart of values over time, with its legend where there is more than one. */
export function XyChart({ testId, label, details, data }: Props) {
  return (
    <>
      {data.series.length > 1 && (
        <ul class="chart-legend" aria-hidden="true">
          {data.series.map(({ label: name, color }) => (
            <li key={name}>
              <span class="chart-swatch" style={{ background: `var(--${color})` }} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <LazyChart
        name="xy-chart"
        testId={testId}
        label={label}
        {...(details !== undefined && { details })}
        data={data}
        load={async () => (await import('./xy-chart.ts')).createXyChart}
      />
    </>
  );
}
