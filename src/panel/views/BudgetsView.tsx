import { useComputed } from '@preact/signals';
import { editedPage } from '../budgets/edited-page.ts';
import { LazyBudgetEditor } from '../budgets/LazyBudgetEditor.tsx';
import { ViolationHistory } from '../components/ViolationHistory.tsx';
import { ViolationsSection } from '../components/ViolationsSection.tsx';
import type { PageFigures } from '../state/page-figures.ts';
import { usePanel } from '../state/panel-context.ts';
import { samplesBefore, sessionSamples } from '../state/session-samples.ts';
import '../styles/budgets.css';

/** The verdict on every limit of this page load, what was broken when, and the budgets themselves. */
export function BudgetsView({ figures }: { readonly figures: PageFigures }) {
  const { budgets, figures: shownFigures, current, session, terms, analyses } = usePanel();
  const page = useComputed(() => {
    const shown = shownFigures.value ?? figures;
    return editedPage(
      shown.analysis,
      samplesBefore(shown.pageLoad, analyses, terms.value.samples),
      sessionSamples(analyses, session.value?.sessionId ?? ''),
    );
  });
  const { analysis, pageLoad } = figures;
  return (
    <div class="budgets-view">
      <ViolationsSection
        key={pageLoad.pageLoadId}
        results={analysis.budgetResults}
        origin={pageLoad.origin}
        views={analysis.views}
        isSteady
      />
      {/* The background keeps these without a new revision, so the figures' own record may be older. */}
      <ViolationHistory
        events={(current.value ?? pageLoad).budgetHistory?.events ?? []}
        timeOrigin={pageLoad.timeOrigin}
      />
      <section class="section" aria-labelledby="budgets-title">
        <h2 id="budgets-title">Budgets</h2>
        <LazyBudgetEditor settings={budgets} page={page.value} />
      </section>
    </div>
  );
}
