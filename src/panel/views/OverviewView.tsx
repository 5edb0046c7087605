import { InsightsSection } from '../components/InsightsSection.tsx';
import { lazy } from '../components/lazy.tsx';
import { MetricsSection } from '../components/MetricsSection.tsx';
import { StandsOutSection } from '../components/StandsOutSection.tsx';
import { TotalsSection } from '../components/TotalsSection.tsx';
import { VerdictSection } from '../components/VerdictSection.tsx';
import { ViolationsSection } from '../components/ViolationsSection.tsx';
import type { PageFigures } from '../state/page-figures.ts';

const LoadSection = lazy(async () => (await import('../components/LoadSection.tsx')).LoadSection);

/** What is wrong with this page load, and where to begin. */
export function OverviewView({ figures }: { readonly figures: PageFigures }) {
  const { analysis, verdict, pageLoad } = figures;
  return (
    <>
      <VerdictSection verdict={verdict} />
      <MetricsSection key={pageLoad.pageLoadId} views={analysis.views} origin={pageLoad.origin} />
      <section class="section load-section" aria-labelledby="load-title">
        <h2 id="load-title">The load</h2>
        <LoadSection analysis={analysis} />
      </section>
      <StandsOutSection verdict={verdict} />
      <div class="columns">
        <div>
          <ViolationsSection key={pageLoad.pageLoadId} results={analysis.budgetResults} origin={pageLoad.origin} />
          <InsightsSection insights={analysis.insights} origin={pageLoad.origin} />
        </div>
        <TotalsSection totals={analysis.totals} />
      </div>
    </>
  );
}
