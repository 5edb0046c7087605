import { InsightsSection } from '../components/InsightsSection.tsx';
import { MetricsSection } from '../components/MetricsSection.tsx';
import { TotalsSection } from '../components/TotalsSection.tsx';
import { VerdictSection } from '../components/VerdictSection.tsx';
import { ViolationsSection } from '../components/ViolationsSection.tsx';
import type { PageFigures } from '../state/page-figures.ts';

/** What is wrong with this page load, and where to begin. */
export function OverviewView({ figures }: { readonly figures: PageFigures }) {
  const { analysis, verdict, pageLoad } = figures;
  return (
    <>
      <VerdictSection verdict={verdict} />
      <MetricsSection key={pageLoad.pageLoadId} views={analysis.views} origin={pageLoad.origin} />
      <div class="columns">
        <div>
          <ViolationsSection results={analysis.budgetResults} origin={pageLoad.origin} />
          <InsightsSection insights={analysis.insights} origin={pageLoad.origin} />
        </div>
        <TotalsSection totals={analysis.totals} />
      </div>
    </>
  );
}
