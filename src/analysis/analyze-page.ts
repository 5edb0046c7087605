import type { PageAnalysis } from '../model/analysis.ts';
import type { PageSnapshot } from '../model/snapshot.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import type { AnalysisContext } from './analysis-context.ts';
import { createPageAnalyzer } from './page-analyzer.ts';

export type { AnalysisContext } from './analysis-context.ts';
export { createPageAnalyzer, type PageAnalyzer } from './page-analyzer.ts';

/** A page load with the documents of its frames, as far as they were recorded. */
export interface PageDocuments extends PageSnapshot {
  readonly frames?: readonly PageSnapshot[];
}

/**
 * Analyses a page load of which all entries are there; for one that grows, keep a `createPageAnalyzer`. `now` is the moment of
 * asking, for a page load that is still open.
 */
export function analyzePage(
  { pageLoad, entries, requests, frames = [] }: PageDocuments,
  context: AnalysisContext,
  now?: EpochMilliseconds,
): PageAnalysis {
  const analyzer = createPageAnalyzer(context);
  analyzer.extend(entries);
  analyzer.extendRequests(requests);
  for (const frame of frames) analyzer.extendFrame(frame.pageLoad, frame.entries);
  return analyzer.result(pageLoad, now);
}
