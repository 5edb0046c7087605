import { ChartLegend } from './ChartLegend.tsx';
import { LazyChart } from './LazyChart.tsx';
import type { XyChartData, XySeries } from './xy-data.ts';

interface Props {
  readonly testId: string;
  /** The chart in words. */
  readonly label: string;
  /** Id of the element that holds the same as text. */
  readonly details?: string;
  /** To be kept while nothing changes: each new one is drawn. */
  readonly data: XyChartData;
}

/** A chart of values over time, with its legend where it shows more than one thing. */
export function XyChart({ testId, label, details, data }: Props) {
  const limits = data.limits ?? [];
  const entries = [
    ...data.series.map((series) => ({ ...series, mark: markOf(series) })),
    ...limits.map((limit) => ({ ...limit, mark: 'limit' as const })),
  ];
  return (
    <>
      {entries.length > 1 && <ChartLegend entries={entries} />}
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

function markOf({ shape, filled }: XySeries): 'area' | 'line' | 'dot' {
  if (shape === 'dots') return 'dot';
  return shape === 'bars' || filled ? 'area' : 'line';
}
