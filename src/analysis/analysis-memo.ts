import type { PageAnalysis } from '../model/analysis.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { AnalysisContext } from './analysis-context.ts';
import type { BaselineSample } from './budgets/baseline.ts';

/** What an analysis was made of. */
export interface AnalysisInput {
  readonly pageLoad: PageLoadRecord;
  /** That of the page load and its frames, see `pageRevision`. */
  readonly revision: number;
  readonly context: AnalysisBasis;
}

/** What of a context makes another analysis of the same page load. Who is behind hosts is the same for all. */
export type AnalysisBasis = Pick<AnalysisContext, 'budgets' | 'earlier' | 'rules'> & {
  readonly samples?: readonly Pick<BaselineSample, 'pageLoadId'>[];
};

/** An analysis, and the entries of the page itself that it is made of. */
export interface RememberedAnalysis {
  readonly analysis: PageAnalysis;
  readonly entries: number;
}

/**
 * Remembers analyses by page load and revision: what was analysed once in the same context is not analysed again. That of a page load
 * which is still open changes with the time and is not remembered.
 */
export interface AnalysisMemo {
  recall(input: AnalysisInput): RememberedAnalysis | null;
  remember(input: AnalysisInput, remembered: RememberedAnalysis): void;
}

interface Slot {
  readonly revision: number;
  /** As it was then: a context may answer otherwise later. */
  readonly context: string;
  readonly remembered: RememberedAnalysis;
}

/** Holds at most `capacity` analyses; the one that was not asked for the longest goes first. */
export function createAnalysisMemo(capacity: number): AnalysisMemo {
  const slots = new Map<string, Slot>();
  return {
    recall({ pageLoad: { pageLoadId }, revision, context }) {
      const slot = slots.get(pageLoadId);
      if (slot?.revision !== revision || slot.context !== keyOf(context)) return null;
      slots.delete(pageLoadId);
      slots.set(pageLoadId, slot);
      return slot.remembered;
    },
    remember({ pageLoad: { pageLoadId, state }, revision, context }, remembered) {
      slots.delete(pageLoadId);
      if (state === 'open') return;
      slots.set(pageLoadId, { revision, context: keyOf(context), remembered });
      const [oldest] = slots.keys();
      if (slots.size > capacity && oldest !== undefined) slots.delete(oldest);
    },
  };
}

/** Earlier page loads count by their revision, rules by their id; samples of them add nothing, others go by their page load. */
function keyOf({ budgets, earlier, samples = [], rules }: AnalysisBasis): string {
  const revisions = earlier.map(({ pageLoadId, revision }) => [pageLoadId, revision]);
  const known = new Set(earlier.map(({ pageLoadId }) => pageLoadId));
  const others = new Set(samples.map(({ pageLoadId }) => pageLoadId).filter((id) => !known.has(id)));
  return JSON.stringify([budgets, revisions, [...others], rules?.map(({ id }) => id)]);
}
