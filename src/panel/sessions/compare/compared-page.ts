import type { AnalysisMemo } from '../../../analysis/analysis-memo.ts';
import { analyzePage } from '../../../analysis/analyze-page.ts';
import type { ComparedPage } from '../../../analysis/compare/compared-part.ts';
import { pageRevision } from '../../../analysis/page-revision.ts';
import type { PageLoadRecord } from '../../../model/page-load.ts';
import { readSnapshot } from '../../export/raw-report.ts';
import { loadHostNames } from '../../host-names.ts';
import type { PanelState } from '../../state/panel-state.ts';
import { framesOf } from '../../state/selection.ts';
import { parseRowKey } from '../session-rows.ts';

/** One side of a comparison, with the record that it was read by. */
export interface ComparedLoad extends ComparedPage {
  readonly pageLoad: PageLoadRecord;
  /** URL of the view, or of the page load. */
  readonly url: string;
}

/**
 * Reads and analyses the page load that a row's key names, as of now, by itself: what depends on page loads before it is not asked
 * for, since those of the other side are others. Rejects with a sentence when it is not stored any more.
 */
export async function readComparedLoad(
  { source, memory, terms }: Pick<PanelState, 'source' | 'memory' | 'terms'>,
  memo: AnalysisMemo,
  key: string,
): Promise<ComparedLoad> {
  const { pageLoadId, viewId } = parseRowKey(key);
  const [pageLoad] = await source.getPageLoads([pageLoadId]);
  if (!pageLoad) throw new Error('One of the two is no longer stored. Choose others in the list.');
  const [hosts, samples = [], all] = await Promise.all([
    loadHostNames(),
    source.readSamples?.(pageLoad.origin),
    source.listPageLoads(pageLoad.sessionId),
  ]);
  const context = {
    budgets: terms.value.budgets,
    hosts,
    earlier: [],
    samples: samples.filter(({ timeOrigin }) => timeOrigin < pageLoad.timeOrigin),
  };
  const frames = framesOf(pageLoad, all);
  const input = { pageLoad, revision: pageRevision(pageLoad, frames), context };
  const known = source.analysisOf?.(pageLoadId, context) ?? memo.recall(input)?.analysis;
  let analysis = known;
  if (!analysis) {
    const snapshot = await readSnapshot(source, memory, pageLoad);
    const documents = await Promise.all(frames.map((frame) => readSnapshot(source, memory, frame)));
    analysis = analyzePage({ ...snapshot, frames: documents }, context, Date.now());
    memo.remember(input, { analysis, entries: snapshot.entries.length });
  }
  const url = analysis.views.find((view) => view.viewId === viewId)?.url ?? pageLoad.url;
  return { pageLoad, analysis, viewId, url };
}
