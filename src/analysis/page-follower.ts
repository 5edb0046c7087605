import type { PageAnalysis } from '../model/analysis.ts';
import type { EntryRecord } from '../model/entries.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import type { AnalysisContext } from './analysis-context.ts';
import { createPageAnalyzer } from './page-analyzer.ts';

/** Reads the entries of a page load from a chunk on, and says with which chunk to go on. */
export type ReadEntries = (
  pageLoadId: string,
  fromChunk?: number,
) => Promise<{ readonly entries: readonly EntryRecord[]; readonly nextChunk: number }>;

/** An analysis, and how many entries of the page itself were read for it. */
export interface FollowedPage {
  readonly analysis: PageAnalysis;
  readonly entries: number;
}

/** Keeps the analysis of one page load up to date, reading each chunk once. */
export interface PageFollower {
  /**
   * Reads the chunks that are new and answers the analysis for this record as of `now`. The record must have been read before:
   * what it counts is then among the entries. `frames` are the records of the documents in its frames.
   */
  update(pageLoad: PageLoadRecord, frames: readonly PageLoadRecord[], now: EpochMilliseconds): Promise<FollowedPage>;
}

export function followPage(readEntries: ReadEntries, context: AnalysisContext): PageFollower {
  const analyzer = createPageAnalyzer(context);
  const nextChunks = new Map<string, number>();
  const read = new Map<string, number>();
  let entries = 0;

  async function readNew({ pageLoadId, revision }: PageLoadRecord): Promise<readonly EntryRecord[]> {
    if (read.get(pageLoadId) === revision) return [];
    const page = await readEntries(pageLoadId, nextChunks.get(pageLoadId));
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
      return { analysis: analyzer.result(pageLoad, now), entries };
    },
  };
}
