import { type ReadonlySignal, signal } from '@preact/signals';
import type { AnalysisContext } from '../../analysis/analyze-page.ts';
import type { BaselineSample } from '../../analysis/budgets/baseline.ts';
import { samplesOf } from '../../analysis/budgets/page-samples.ts';
import { pageRevision } from '../../analysis/page-revision.ts';
import type { HostNames } from '../../analysis/resources/party.ts';
import { verdictOf } from '../../analysis/verdict.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import { loadHostNames } from '../host-names.ts';
import type { SessionSource } from '../session-source.ts';
import type { BudgetTerms } from './budget-terms.ts';
import { type FiguresFollower, followPageLoad, type PageFigures } from './page-figures.ts';
import { type PageSummary, summaryOf } from './page-summary.ts';
import type { PanelMemory } from './panel-memory.ts';
import { framesOf } from './selection.ts';

/** Page loads whose entries stay in memory: the one shown and those one goes back and forth to. */
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
  /** What relative limits of a page load are compared with. */
  samplesBefore(pageLoad: PageLoadRecord): readonly BaselineSample[];
  /** What the analysed page loads of a session offer to baselines. */
  sessionSamples(sessionId: string): readonly BaselineSample[];
  /** Has a page load analysed again although nothing new was stored: time has passed, which is something to analyse too. */
  outdate(pageLoadId: string): void;
}

interface Followed {
  readonly follower: FiguresFollower;
  readonly figures: PageFigures;
  /** Earlier page loads that the figures were compared with. */
  readonly earlier: number;
}

/** A change of `terms` makes all figures anew, one after the other; those from before stay in sight until then. */
export function createPageFiguresStore(
  source: SessionSource,
  { snapshots, analyses: memo }: PanelMemory,
  maxSummarised: number,
  terms: ReadonlySignal<BudgetTerms>,
): PageFiguresStore {
  const summaries = signal<ReadonlyMap<string, PageSummary>>(new Map());
  const followed = signal<ReadonlyMap<string, Followed>>(new Map());
  const outdated = new Set<string>();
  const analyses = new Map<string, { readonly pageLoad: PageLoadRecord; readonly analysis: PageAnalysis }>();
  /** The terms that a page load was last judged under. */
  const judgedUnder = new Map<string, BudgetTerms>();

  function earlierThan({ sessionId, timeOrigin }: PageLoadRecord) {
    const isEarlier = (load: PageLoadRecord) => load.sessionId === sessionId && load.timeOrigin < timeOrigin;
    const earlier = [...analyses.values()].filter(({ pageLoad }) => isEarlier(pageLoad));
    return earlier.sort((a, b) => a.pageLoad.timeOrigin - b.pageLoad.timeOrigin);
  }

  function analysedSamples(isMeant: (pageLoad: PageLoadRecord) => boolean): readonly BaselineSample[] {
    const known = [...analyses.values()].filter(({ pageLoad }) => isMeant(pageLoad));
    return known.flatMap(({ pageLoad, analysis }) => samplesOf(pageLoad, analysis));
  }

  function samplesBefore({ timeOrigin }: PageLoadRecord, others: readonly BaselineSample[]): readonly BaselineSample[] {
    const isOther = (sample: BaselineSample) => sample.timeOrigin < timeOrigin && !analyses.has(sample.pageLoadId);
    const analysed = analysedSamples((load) => load.timeOrigin < timeOrigin);
    return [...others.filter(isOther), ...analysed].sort((a, b) => a.timeOrigin - b.timeOrigin);
  }

  function contextOf(pageLoad: PageLoadRecord, { budgets, samples }: BudgetTerms, hosts: HostNames): AnalysisContext {
    return {
      budgets,
      hosts,
      get earlier() {
        return earlierThan(pageLoad).map(({ analysis }) => analysis);
      },
      get samples() {
        return samplesBefore(pageLoad, samples);
      },
    };
  }

  /** What is not shown is read, analysed and let go of, so that a long session fits into memory. */
  async function bringUpToDate(
    pageLoad: PageLoadRecord,
    all: readonly PageLoadRecord[],
    isShown: boolean,
  ): Promise<void> {
    const hosts = await loadHostNames();
    const id = pageLoad.pageLoadId;
    const now = terms.value;
    const known = followed.value.get(id);
    const isCurrent = judgedUnder.get(id) === now;
    const context = contextOf(pageLoad, now, hosts);
    const follower = (isCurrent && known?.follower) || followPageLoad(source, snapshots, context);
    outdated.delete(id);
    judgedUnder.set(id, now);
    const frames = framesOf(pageLoad, all);
    const input = { pageLoad, revision: pageRevision(pageLoad, frames), context };
    const remembered = memo.recall(input);
    const figures = remembered
      ? { pageLoad, ...remembered, verdict: verdictOf(remembered.analysis) }
      : await follower.update(pageLoad, frames, Date.now());
    memo.remember(input, figures);
    analyses.set(id, { pageLoad, analysis: figures.analysis });
    if (isShown || known) {
      const others = [...followed.value].filter(([other]) => other !== id);
      const entry = [id, { follower, figures, earlier: earlierThan(pageLoad).length }] as const;
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
    return current && shown && shown.earlier < earlierThan(current).length ? current : null;
  }

  return {
    summaries,
    samplesBefore: (pageLoad) => samplesBefore(pageLoad, terms.value.samples),
    sessionSamples: (sessionId) => analysedSamples((load) => load.sessionId === sessionId),
    figuresOf: (pageLoad) => (pageLoad && followed.value.get(pageLoad.pageLoadId)?.figures) ?? null,
    async advance(current, newestFirst, all) {
      const next = nextOf(current, newestFirst, all);
      if (next) await bringUpToDate(next, all, next === current);
      return next !== null;
    },
    outdate: (pageLoadId) => void outdated.add(pageLoadId),
  };
}
