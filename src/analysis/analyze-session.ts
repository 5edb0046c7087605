import type { PageAnalysis } from '../model/analysis.ts';
import type { Budget } from '../model/budget.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
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
  budgets: SessionBudgets = {},
  memo: AnalysisMemo | null = null,
): readonly AnalyzedPage[] {
  const analyze = createSessionAnalyzer(now, budgets, memo);
  const byId = new Map(snapshots.map((snapshot) => [snapshot.pageLoad.pageLoadId, snapshot]));
  const documentOf = ({ pageLoadId }: PageLoadRecord) => byId.get(pageLoadId) ?? [];
  return pagesWithFrames(snapshots.map(({ pageLoad }) => pageLoad)).flatMap(({ pageLoad, frames }) => {
    const snapshot = byId.get(pageLoad.pageLoadId);
    return snapshot ? analyze(snapshot, frames.flatMap(documentOf)) : [];
  });
}

/** Analyses one page load with the documents of its frames; it knows those that were analysed before it. */
export type SessionAnalyzer = (snapshot: PageSnapshot, frames: readonly PageSnapshot[]) => AnalyzedPage;

/** The same for a session too large to be held whole: what the page loads are told is kept of each, not its entries. */
export function createSessionAnalyzer(
  now: EpochMilliseconds,
  { budgets = [STARTER_BUDGET], samples = [], hosts }: SessionBudgets = {},
  memo: AnalysisMemo | null = null,
): SessionAnalyzer {
  const earlier: PageAnalysis[] = [];
  const known = [...samples];
  return (snapshot, frames) => {
    const context = { budgets, earlier: [...earlier], samples: [...known], ...(hosts && { hosts }) };
    const frameLoads = frames.map((frame) => frame.pageLoad);
    const input = { pageLoad: snapshot.pageLoad, revision: pageRevision(snapshot.pageLoad, frameLoads), context };
    const analysis = memo?.recall(input)?.analysis ?? analyzePage({ ...snapshot, frames }, context, now);
    memo?.remember(input, { analysis, entries: snapshot.entries.length });
    earlier.push(analysis);
    known.push(...samplesOf(snapshot.pageLoad, analysis));
    return { snapshot, frames, analysis };
  };
}

/** The page loads of a session that stand for themselves, in their order, with those of their frames. */
export function pagesWithFrames(
  pageLoads: readonly PageLoadRecord[],
): readonly { readonly pageLoad: PageLoadRecord; readonly frames: readonly PageLoadRecord[] }[] {
  const ids = new Set(pageLoads.map(({ pageLoadId }) => pageLoadId));
  const isTop = ({ pageLoadId, topPageLoadId }: PageLoadRecord) =>
    pageLoadId === topPageLoadId || !ids.has(topPageLoadId);
  const frames = pageLoads.filter((load) => !isTop(load));
  return pageLoads.filter(isTop).map((pageLoad) => ({
    pageLoad,
    frames: frames.filter(({ topPageLoadId }) => topPageLoadId === pageLoad.pageLoadId),
  }));
}
