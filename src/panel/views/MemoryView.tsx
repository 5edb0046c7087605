import { InsightItem } from '../components/InsightItem.tsx';
import { FailedElements } from '../memory/FailedElements.tsx';
import { HeapSection } from '../memory/HeapSection.tsx';
import type { PageFigures } from '../state/page-figures.ts';
import '../styles/timeline.css';

/** The rules that judge what this view shows. */
const RULES: readonly string[] = ['heap-growth', 'script-errors', 'failed-requests'];

/** What the page keeps in memory, and what went wrong in it. */
export function MemoryView({ figures: { analysis, pageLoad } }: { readonly figures: PageFigures }) {
  const { failedResources, insights } = analysis;
  return (
    <>
      <HeapSection analysis={analysis} isOpen={pageLoad.state === 'open'} />
      <section class="section" aria-labelledby="errors-title">
        <h2 id="errors-title">Insights</h2>
        {insights
          .filter(({ id }) => RULES.includes(id))
          .map((insight) => (
            <InsightItem key={insight.id} insight={insight} origin={pageLoad.origin} isSteady />
          ))}
      </section>
      {/* Last, since it grows. */}
      <FailedElements observer={analysis} failed={failedResources} origin={pageLoad.origin} />
    </>
  );
}
