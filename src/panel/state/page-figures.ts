import type { AnalysisContext } from '../../analysis/analyze-page.ts';
import { createPageAnalyzer } from '../../analysis/page-analyzer.ts';
import { type Verdict, verdictOf } from '../../analysis/verdict.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import type { EntryRecord } from '../../model/entries.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import type { SessionSource } from '../session-source.ts';

/** All that the views show of one page load. It belongs together: one record, one reading of the entries, one analysis. */
export interface PageFigures {
  readonly pageLoad: PageLoadRecord;
  readonly analysis: PageAnalysis;
  readonly verdict: Verdict;
  /** Entries read of the page itself. */
  readonly entries: number;
}

/** Keeps the figures of one page load up to date, reading each chunk once. */
export interface PageFollower {
  /**
   * Reads the chunks that are new and answers the figures for this record as of `now`. The record must have been read before:
   * what it counts is then among the entries. `frames` are the records of the documents in its frames.
   */
  update(pageLoad: PageLoadRecord, frames: readonly PageLoadRecord[], now: EpochMilliseconds): Promise<PageFigures>;
}

export function followPageLoad(source: SessionSource, context: AnalysisContext): PageFollower {
  const analyzer = createPageAnalyzer(context);
  const nextChunks = new Map<string, number>();
  const read = new Map<string, number>();
  let entries = 0;

  async function readNew({ pageLoadId, revision }: PageLoadRecord): Promise<readonly EntryRecord[]> {
    if (read.get(pageLoadId) === revision) return [];
    const page = await source.readEntries(pageLoadId, nextChunks.get(pageLoadId));
    nextChunks.set(pageLoadId, page.nextChunk);
    read.set(pageLoadId, revision);
    return page.entries;
  }

  return {
    async update(pageLoad, frames, now) {
      const own = await readNew(pageLoad);
      entries += own.length;
      analyzer.extend(own);
      for (const frame of frames) analyzer.extendFrame(frame, await readNew(frame));
      const analysis = analyzer.result(pageLoad, now);
      return { pageLoad, analysis, verdict: verdictOf(analysis), entries };
    },
  };
}
