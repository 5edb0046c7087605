import type { PageAnalysis } from '../model/analysis.ts';
import type { Budget } from '../model/budget.ts';
import type { PageSnapshot } from '../model/snapshot.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import type { AnalysisMemo } from './analysis-memo.ts';
import { analyzePage } from './analyze-page.ts';
import type { BaselineSample } from './budgets/baseline.ts';
import { samplesOf } from './budgets/page-samples.ts';
import { STARTER_BUDGET } from './budgets/starter.ts';
import { pageRevision } from './page-revision.ts';
import type { HostNames } from './resources/party.ts';

/** A page load with what analysis makes of it, and the documents of its frames. */
export interface AnalyzedPage {
  readonly snapshot: PageSnapshot;
  readonly frames: readonly PageSnapshot[];
  readonly analysis: PageAnalysis;
}

/** What the page loads of a session are held against. */
export interface SessionBudgets {
  /** The Starter budget unless told otherwise. */
  readonly budgets?: readonly Budget[];
  /** What is known of page loads of other sessions, for relative limits. */
  readonly samples?: readonly BaselineSample[];
  /** Who is behind hosts. */
  readonly hosts?: HostNames;
}

/**
 * Analyses page loads of one session, oldest first: each knows those before it. A frame's document goes with its page; one
 * whose page was not recorded stands for itself. `now` counts for a page load that is still open. What `memo` remembers is not
 * analysed again.
 */
export function analyzeSession(
  snapshots: readonly PageSnapshot[],
  now: EpochMilliseconds,
  { budgets = [STARTER_BUDGET], samples = [], hosts }: SessionBudgets = {},
  memo: AnalysisMemo | null = null,
): readonly AnalyzedPage[] {
  const earlier: PageAnalysis[] = [];
  const known = [...samples];
  const ids = new Set(snapshots.map(({ pageLoad }) => pageLoad.pageLoadId));
  const isTop = ({ pageLoad: { pageLoadId, topPageLoadId } }: PageSnapshot) =>
    pageLoadId === topPageLoadId || !ids.has(topPageLoadId);
  const frames = snapshots.filter((snapshot) => !isTop(snapshot));
  return snapshots.filter(isTop).map((snapshot) => {
    const { pageLoadId } = snapshot.pageLoad;
    const own = frames.filter(({ pageLoad }) => pageLoad.topPageLoadId === pageLoadId);
    const context = { budgets, earlier: [...earlier], samples: [...known], ...(hosts && { hosts }) };
    const frameLoads = own.map((frame) => frame.pageLoad);
    const input = { pageLoad: snapshot.pageLoad, revision: pageRevision(snapshot.pageLoad, frameLoads), context };
    const analysis = memo?.recall(input)?.analysis ?? analyzePage({ ...snapshot, frames: own }, context, now);
    memo?.remember(input, { analysis, entries: snapshot.entries.length });
    earlier.push(analysis);
    known.push(...samplesOf(snapshot.pageLoad, analysis));
    return { snapshot, frames: own, analysis };
  });
}
