import { useMemo } from 'preact/hooks';
import { whyNeverTold, whyNotObserved } from '../../analysis/metrics/metric-support.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import { heapPicture } from '../charts/pictures/heap-picture.ts';
import { useSlowly } from '../charts/use-slowly.ts';
import { XyChart } from '../charts/XyChart.tsx';
import { counted, formatBytes, formatMs } from '../format.ts';

interface Props {
  readonly analysis: PageAnalysis;
}

/** The JavaScript heap over time, or why there is none. While samples may come there is room for their picture. */
export function HeapSection({ analysis, isOpen }: Props & { readonly isOpen: boolean }) {
  const isAwaited = isOpen && whyNeverTold(analysis) === null;
  return (
    <section class={isAwaited ? 'section heap-awaited' : 'section'} aria-labelledby="heap-title">
      <h2 id="heap-title">JavaScript heap</h2>
      {analysis.heapSamples.length === 0 ? (
        <p class="muted" data-testid="no-heap">
          {whyNoHeap(analysis)}
        </p>
      ) : (
        <Heap analysis={analysis} />
      )}
    </section>
  );
}

function whyNoHeap(analysis: PageAnalysis): string {
  const lack = whyNeverTold(analysis);
  if (lack) return `${lack}: it tells pages and extensions nothing of their heap. Its Memory panel takes snapshots.`;
  return whyNotObserved(['heap'], analysis) ?? 'No sample: one is taken every 5 s while the page is in front.';
}

function Heap({ analysis }: Props) {
  const samples = analysis.heapSamples;
  const steady = useSlowly(analysis);
  const picture = useMemo(() => heapPicture(steady), [steady]);
  const first = samples[0]?.usedJSHeapSize ?? 0;
  const last = samples.at(-1);
  const most = samples.reduce((largest, { usedJSHeapSize }) => Math.max(largest, usedJSHeapSize), 0);
  return (
    <>
      <p class="section-summary" id="heap-summary">
        {counted(samples.length, 'sample')} until {formatMs(last?.startTime ?? 0)}: from {formatBytes(first)} to{' '}
        {formatBytes(last?.usedJSHeapSize ?? 0)}, at most {formatBytes(most)}.
      </p>
      <XyChart
        testId="heap-chart"
        label={`Chart of the JavaScript heap over time, at most ${formatBytes(most)}.`}
        details="heap-summary"
        data={picture}
      />
    </>
  );
}
