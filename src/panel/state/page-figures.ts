import type { AnalysisContext } from '../../analysis/analysis-context.ts';
import { followPage } from '../../analysis/page-follower.ts';
import { type Verdict, verdictOf } from '../../analysis/verdict.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import type { SessionSource } from '../session-source.ts';
import type { SnapshotCache } from './snapshot-cache.ts';

/** All that the views show of one page load. It belongs together: one record, one reading of the entries, one analysis. */
export interface PageFigures {
  readonly pageLoad: PageLoadRecord;
  readonly analysis: PageAnalysis;
  readonly verdict: Verdict;
  /** Entries read of the page itself. */
  readonly entries: number;
}

/** Keeps the figures of one page load up to date, as `followPage` its analysis. */
export interface FiguresFollower {
  update(pageLoad: PageLoadRecord, frames: readonly PageLoadRecord[], now: EpochMilliseconds): Promise<PageFigures>;
}

export function followPageLoad(
  source: Pick<SessionSource, 'readEntries' | 'readRequests' | 'analysisOf'>,
  snapshots: SnapshotCache,
  context: AnalysisContext,
): FiguresFollower {
  const loads = new Map<string, PageLoadRecord>();
  const readEntries: SessionSource['readEntries'] = (pageLoadId, fromChunk) => {
    const load = loads.get(pageLoadId);
    // What is read from the beginning may be in memory.
    return load && fromChunk === undefined ? snapshots.read(load) : source.readEntries(pageLoadId, fromChunk);
  };
  const follower = followPage({ ...source, readEntries }, context);
  return {
    async update(pageLoad, frames, now) {
      const told = source.analysisOf?.(pageLoad.pageLoadId, context);
      if (told) return { pageLoad, analysis: told, verdict: verdictOf(told), entries: pageLoad.ledger.stored };
      for (const load of [pageLoad, ...frames]) loads.set(load.pageLoadId, load);
      const { analysis, entries } = await follower.update(pageLoad, frames, now);
      return { pageLoad, analysis, verdict: verdictOf(analysis), entries };
    },
  };
}
