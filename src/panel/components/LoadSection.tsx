import { useMemo } from 'preact/hooks';
import type { PageAnalysis } from '../../model/analysis.ts';
import { loadPicture } from '../charts/pictures/load-picture.ts';
import { useSlowly } from '../charts/use-slowly.ts';
import { XyChart } from '../charts/XyChart.tsx';
import { counted, formatCount, formatMs, formatTotal } from '../format.ts';

/** The load over time: requests in flight, bytes received, and its moments. */
export function LoadSection({ analysis }: { readonly analysis: PageAnalysis }) {
  const steady = useSlowly(analysis);
  const { chart, requests, later, bytes, unknown, most } = useMemo(() => loadPicture(steady), [steady]);
  if (requests === 0) return <p class="muted">No request of this page is recorded yet.</p>;
  return (
    <>
      <p class="section-summary" id="load-summary">
        {counted(requests, 'request')}, {formatTotal({ value: bytes, unknown })}, at most {formatCount(most.requests)}{' '}
        at once{most.requests > 1 && ` (at ${formatMs(most.time)})`}.
        {later > 0 && ` Not in the picture: ${formatCount(later)} after the load.`}
      </p>
      <XyChart
        testId="load-chart"
        label={`Chart of the load: requests in flight and bytes received over time. ${momentsText(chart.markers ?? [])}`}
        details="load-summary"
        data={chart}
      />
    </>
  );
}

function momentsText(markers: readonly { readonly label: string }[]): string {
  return markers.map(({ label }) => label).join(', ');
}
