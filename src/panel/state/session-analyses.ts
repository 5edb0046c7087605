import type { PageAnalysis } from '../../model/analysis.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';

/** A page load, and the newest analysis of it. */
export interface AnalyzedLoad {
  readonly pageLoad: PageLoadRecord;
  readonly analysis: PageAnalysis;
}

/** The newest analyses of page loads, which those after them are compared with. */
export interface SessionAnalyses {
  note(pageLoad: PageLoadRecord, analysis: PageAnalysis): void;
  has(pageLoadId: string): boolean;
  /** Those of any session, oldest first. */
  all(): readonly AnalyzedLoad[];
  /** Those of page loads of the same session before this one, oldest first. */
  earlierThan(pageLoad: PageLoadRecord): readonly PageAnalysis[];
}

/** None yet. */
export function createSessionAnalyses(): SessionAnalyses {
  const analyses = new Map<string, AnalyzedLoad>();
  const all = () => [...analyses.values()].sort((a, b) => a.pageLoad.timeOrigin - b.pageLoad.timeOrigin);
  return {
    note: (pageLoad, analysis) => void analyses.set(pageLoad.pageLoadId, { pageLoad, analysis }),
    has: (pageLoadId) => analyses.has(pageLoadId),
    all,
    earlierThan: ({ sessionId, timeOrigin }) =>
      all()
        .filter(({ pageLoad }) => pageLoad.sessionId === sessionId && pageLoad.timeOrigin < timeOrigin)
        .map(({ analysis }) => analysis),
  };
}
