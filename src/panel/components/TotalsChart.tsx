import { useEffect, useRef } from 'preact/hooks';
import { formatTotal } from '../../analysis/format.ts';
import type { ResourceTotal } from '../../model/resources.ts';
import type { BytesChart } from '../charts/bytes-by-type.ts';

/** The chart of transferred bytes by type. chart.js is loaded when the first chart is shown; the space is kept until then. */
export function TotalsChart({ totals }: { readonly totals: readonly ResourceTotal[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<BytesChart | null>(null);
  const latest = useRef(totals);
  latest.current = totals;

  useEffect(() => {
    let unmounted = false;
    void import('../charts/bytes-by-type.ts').then(({ createBytesChart }) => {
      if (unmounted || !canvas.current) return;
      chart.current = createBytesChart(canvas.current);
      chart.current.update(latest.current);
    });
    return () => {
      unmounted = true;
      chart.current?.destroy();
    };
  }, []);

  useEffect(() => chart.current?.update(totals), [totals]);

  return (
    <div class="totals-chart">
      <canvas ref={canvas} role="img" aria-label={describe(totals)} data-testid="bytes-chart" />
    </div>
  );
}

/** The chart in words. */
function describe(totals: readonly ResourceTotal[]): string {
  const parts = totals
    .filter(({ resourceType, requests }) => requests > 0 && resourceType !== 'total')
    .map(({ resourceType, transferSize }) => `${resourceType} ${formatTotal(transferSize)}`);
  return `Bar chart of transferred bytes by resource type: ${parts.join(', ') || 'no requests yet'}. The table below holds the same.`;
}
