import { type ReadonlySignal, signal } from '@preact/signals';
import type { AnalysisMemo } from '../../analysis/analysis-memo.ts';
import { pageRevision } from '../../analysis/page-revision.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { PageAnalyst } from '../analysis/page-analyst.ts';
import type { BudgetTerms } from './budget-terms.ts';
import type { PageFigures } from './page-figures.ts';
import { type PageSummary, summaryOf } from './page-summary.ts';
import { framesOf } from './selection.ts';
import { createSessionAnalyses, type SessionAnalyses } from './session-analyses.ts';

/** Page loads whose figures stay in sight: the one shown and those one goes back and forth to. */
const MAX_FOLLOWED = 3;

/** The analyses of the session's page loads, made one at a time, the shown one first. */
export interface PageFiguresStore {
  readonly summaries: ReadonlySignal<ReadonlyMap<string, PageSummary>>;
  /** The last figures of a page load; null when it has none in memory. */
  figuresOf(pageLoad: PageLoadRecord | null): PageFigures | null;
  /** Brings one page load up to date; answers whether more may be behind. `all` holds the documents of frames too. */
  advance(
    current: PageLoadRecord | null,
    newestFirst: readonly PageLoadRecord[],
    all: readonly PageLoadRecord[],
  ): Promise<boolean>;
  /** Of every page load that was analysed. */
  readonly analyses: SessionAnalyses;
  /** Has a page load analysed again although nothing new was stored: time has passed, which is something to analyse too. */
  outdate(pageLoadId: string): void;
}

interface Followed {
  readonly figures: PageFigures;
  /** Earlier page loads that the figures were compared with. */
  readonly earlier: number;
}

/** A change of `terms` makes all figures anew, one after the other; those from before stay in sight until then. */
export function createPageFiguresStore(
  analyst: PageAnalyst,
  memo: AnalysisMemo,
  maxSummarised: number,
  terms: ReadonlySignal<BudgetTerms>,
): PageFiguresStore {
  const summaries = signal<ReadonlyMap<string, PageSummary>>(new Map());
  const followed = signal<ReadonlyMap<string, Followed>>(new Map());
  const outdated = new Set<string>();
  const analyses = createSessionAnalyses();
  /** The terms that a page load was last judged under. */
  const judgedUnder = new Map<string, BudgetTerms>();

  async function bringUpToDate(
    pageLoad: PageLoadRecord,
    all: readonly PageLoadRecord[],
    isShown: boolean,
  ): Promise<void> {
    const id = pageLoad.pageLoadId;
    const now = terms.value;
    const known = followed.value.get(id);
    outdated.delete(id);
    judgedUnder.set(id, now);
    const frames = framesOf(pageLoad, all);
    const earlier = analyses.earlierThan(pageLoad);
    const samples = [...now.samples, ...analyses.all().map((one) => one.pageLoad)].filter(
      ({ timeOrigin }) => timeOrigin < pageLoad.timeOrigin,
    );
    const context = { budgets: now.budgets, earlier, samples };
    const input = { pageLoad, revision: pageRevision(pageLoad, frames), context };
    const remembered = memo.recall(input);
    const isKept = isShown || known !== undefined;
    const figures = remembered
      ? { pageLoad, ...remembered, verdict: await judge(remembered.analysis) }
      : await analyst.update({ pageLoad, frames, terms: now, now: Date.now(), isKept });
    memo.remember(input, figures);
    analyses.note(pageLoad, figures.analysis);
    if (isKept) {
      const others = [...followed.value].filter(([other]) => other !== id);
      const entry = [id, { figures, earlier: earlier.length }] as const;
      followed.value = new Map((isShown ? [...others, entry] : [entry, ...others]).slice(-MAX_FOLLOWED));
    }
    summaries.value = new Map([...summaries.value, [id, summaryOf(figures)]]);
  }

  /** The shown page load first; once all others are done, again if there is now more to compare it with. */
  function nextOf(
    current: PageLoadRecord | null,
    newestFirst: readonly PageLoadRecord[],
    all: readonly PageLoadRecord[],
  ): PageLoadRecord | null {
    const revisionOf = (load: PageLoadRecord) => pageRevision(load, framesOf(load, all));
    const shown = current && followed.value.get(current.pageLoadId);
    const isOutdated = ({ pageLoadId }: PageLoadRecord) =>
      outdated.has(pageLoadId) || judgedUnder.get(pageLoadId) !== terms.value;
    const isShownBehind = current && shown?.figures.analysis.revision !== revisionOf(current);
    if (current && (isShownBehind || isOutdated(current))) return current;
    const isBehind = (load: PageLoadRecord) =>
      judgedUnder.get(load.pageLoadId) !== terms.value ||
      summaries.value.get(load.pageLoadId)?.revision !== revisionOf(load);
    const behind = newestFirst.slice(0, maxSummarised).find(isBehind);
    if (behind) return behind;
    return current && shown && shown.earlier < analyses.earlierThan(current).length ? current : null;
  }

  return {
    summaries,
    analyses,
    figuresOf: (pageLoad) => (pageLoad && followed.value.get(pageLoad.pageLoadId)?.figures) ?? null,
    async advance(current, newestFirst, all) {
      const next = nextOf(current, newestFirst, all);
      if (next) await bringUpToDate(next, all, next === current);
      return next !== null;
    },
    outdate: (pageLoadId) => void outdated.add(pageLoadId),
  };
}

/** Its code comes with what analyses; here it is needed for what came from memory. */
async function judge(analysis: PageAnalysis): Promise<Verdict> {
  const { verdictOf } = await import('../../analysis/verdict.ts');
  return verdictOf(analysis);
}
