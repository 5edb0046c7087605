import type { HeapSample } from '../../model/timeline.ts';
import { LazyChart } from '../charts/LazyChart.tsx';
import { formatBytes, formatCount, formatMs } from '../format.ts';

interface Props {
  readonly samples: readonly HeapSample[];
  /** The browser that recorded the page load. */
  readonly browser: string;
}

/** The JavaScript heap over time, or why there is none. */
export function HeapSection({ samples, browser }: Props) {
  return (
    <section class="section" aria-labelledby="heap-title">
      <h2 id="heap-title">JavaScript heap</h2>
      {samples.length === 0 ? (
        <p class="muted" data-testid="no-heap">
          {browser === 'Firefox'
            ? 'Firefox does not measure this: it tells pages and extensions nothing of their heap. Its Memory panel takes snapshots.'
            : 'No sample yet: one is taken every 5 s while the page is in front.'}
        </p>
      ) : (
        <Heap samples={samples} />
      )}
    </section>
  );
}

function Heap({ samples }: { readonly samples: readonly HeapSample[] }) {
  const sizes = samples.map(({ usedJSHeapSize }) => usedJSHeapSize);
  const [first = 0] = sizes;
  const last = sizes.at(-1) ?? 0;
  const until = samples.at(-1)?.startTime ?? 0;
  const text = `${formatCount(samples.length)} samples until ${formatMs(until)}: from ${formatBytes(first)} to ${formatBytes(last)}, at most ${formatBytes(Math.max(...sizes))}.`;
  return (
    <>
      <p class="section-summary">{text}</p>
      <LazyChart
        name="heap-chart"
        testId="heap-chart"
        label={`Line chart of the JavaScript heap over time. ${text}`}
        data={samples}
        load={async () => (await import('../charts/heap-chart.ts')).createHeapChart}
      />
    </>
  );
}
