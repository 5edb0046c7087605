import type { PageAnalysis } from '../model/analysis.ts';
import type { PageSnapshot } from '../model/snapshot.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import { analyzePage } from './analyze-page.ts';
import { STARTER_BUDGET } from './budgets/starter.ts';

/** A page load with what analysis makes of it. */
export interface AnalyzedPage {
  readonly snapshot: PageSnapshot;
  readonly analysis: PageAnalysis;
}

/** Analyses page loads of one session, oldest first: each knows those before it. `now` counts for one that is still open. */
export function analyzeSession(snapshots: readonly PageSnapshot[], now: EpochMilliseconds): readonly AnalyzedPage[] {
  const earlier: PageAnalysis[] = [];
  return snapshots.map((snapshot) => {
    const analysis = analyzePage(snapshot, { budgets: [STARTER_BUDGET], earlier: [...earlier] }, now);
    earlier.push(analysis);
    return { snapshot, analysis };
  });
}
