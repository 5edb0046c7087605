import type { ResourceTotal } from '../../model/resources.ts';
import { ChartLegend } from '../charts/ChartLegend.tsx';
import { LazyChart } from '../charts/LazyChart.tsx';
import { formatCount, formatTotal } from '../format.ts';

const LEGEND = [
  { label: 'Transferred (lower axis)', color: 'part-1' },
  { label: 'Requests (upper axis)', color: 'part-4' },
] as const;

/** The chart of transferred bytes by type. */
export function TotalsChart({ totals }: { readonly totals: readonly ResourceTotal[] }) {
  return (
    <>
      <ChartLegend entries={LEGEND} />
      <LazyChart
        name="totals-chart"
        testId="bytes-chart"
        label={describe(totals)}
        data={totals}
        load={async () => (await import('../charts/bytes-by-type.ts')).createBytesChart}
      />
    </>
  );
}

/** The chart in words. */
function describe(totals: readonly ResourceTotal[]): string {
  const parts = totals
    .filter(({ resourceType, requests }) => requests > 0 && resourceType !== 'total')
    .map(
      ({ resourceType, requests, transferSize }) =>
        `${resourceType} ${formatTotal(transferSize)} in ${formatCount(requests)}`,
    );
  return `Bar chart of transferred bytes and requests by resource type: ${parts.join(', ') || 'no requests yet'}. The table below holds the same.`;
}
