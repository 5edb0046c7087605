import type { PageAnalysis } from '../model/analysis.ts';
import type { EntryRecord } from '../model/entries.ts';
import type { HarRequest } from '../model/har-request.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import type { AnalysisContext } from './analysis-context.ts';
import { createPageAnalyzer } from './page-analyzer.ts';

/** Where a page load is read from. */
export interface PageSource {
  /** Reads the entries from a chunk on, and says with which chunk to go on. */
  readEntries(
    pageLoadId: string,
    fromChunk?: number,
  ): Promise<{ readonly entries: readonly EntryRecord[]; readonly nextChunk: number }>;
  /** Reads the requests of the network log but those of known batches, and says of which batches they are. */
  readRequests(
    pageLoadId: string,
    known: ReadonlySet<string>,
  ): Promise<{ readonly requests: readonly HarRequest[]; readonly batches: readonly string[] }>;
}

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

/** Entries that are analysed in one go: some 5 ms on a small machine. */
const SLICE = 5000;

/** `pause` is awaited between the slices of a long page load, where others wait for the thread. */
export function followPage(
  source: PageSource,
  context: AnalysisContext,
  pause: () => Promise<void> = async () => {},
): PageFollower {
  const analyzer = createPageAnalyzer(context);
  const nextChunks = new Map<string, number>();
  const read = new Map<string, number>();
  const batches = new Set<string>();
  let requestsRead = 0;
  let entries = 0;

  async function readNew({ pageLoadId, revision }: PageLoadRecord): Promise<readonly EntryRecord[]> {
    if (read.get(pageLoadId) === revision) return [];
    const page = await source.readEntries(pageLoadId, nextChunks.get(pageLoadId));
    nextChunks.set(pageLoadId, page.nextChunk);
    read.set(pageLoadId, revision);
    return page.entries;
  }

  async function readNewRequests({ pageLoadId, networkLog }: PageLoadRecord): Promise<readonly HarRequest[]> {
    if (!networkLog || networkLog.requests === requestsRead) return [];
    const page = await source.readRequests(pageLoadId, batches);
    for (const batch of page.batches) batches.add(batch);
    requestsRead += page.requests.length;
    return page.requests;
  }

  async function extend(all: readonly EntryRecord[]): Promise<void> {
    for (let from = 0; from < all.length; from += SLICE) {
      if (from > 0) await pause();
      analyzer.extend(all.slice(from, from + SLICE));
    }
  }

  return {
    async update(pageLoad, frames, now) {
      const own = await readNew(pageLoad);
      entries += own.length;
      await extend(own);
      analyzer.extendRequests(await readNewRequests(pageLoad));
      for (const frame of frames) analyzer.extendFrame(frame, await readNew(frame));
      return { analysis: analyzer.result(pageLoad, now), entries };
    },
  };
}
