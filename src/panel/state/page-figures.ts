import type { AnalysisContext } from '../../analysis/analyze-page.ts';
import { createPageAnalyzer } from '../../analysis/page-analyzer.ts';
import { type Verdict, verdictOf } from '../../analysis/verdict.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import type { SessionSource } from '../session-source.ts';

/** All that the views show of one page load. It belongs together: one record, one reading of the entries, one analysis. */
export interface PageFigures {
  readonly pageLoad: PageLoadRecord;
  readonly analysis: PageAnalysis;
  readonly verdict: Verdict;
  /** Entries read. */
  readonly entries: number;
}

/** Keeps the figures of one page load up to date, reading each chunk once. */
export interface PageFollower {
  /**
   * Reads the chunks that are new and answers the figures for this record as of `now`. The record must have been read before:
   * what it counts is then among the entries.
   */
  update(pageLoad: PageLoadRecord, now: EpochMilliseconds): Promise<PageFigures>;
}

export function followPageLoad(source: SessionSource, context: AnalysisContext): PageFollower {
  const analyzer = createPageAnalyzer(context);
  let nextChunk = 0;
  let entries = 0;
  return {
    async update(pageLoad, now) {
      const page = await source.readEntries(pageLoad.pageLoadId, nextChunk);
      nextChunk = page.nextChunk;
      entries += page.entries.length;
      analyzer.extend(page.entries);
      const analysis = analyzer.result(pageLoad, now);
      return { pageLoad, analysis, verdict: verdictOf(analysis), entries };
    },
  };
}
