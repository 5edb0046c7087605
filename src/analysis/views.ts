import type { ViewRecord } from '../model/metrics.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { Milliseconds } from '../model/units.ts';

/**
 * The views of a page load by start time. A page load whose first view message was lost still has one: the document itself,
 * under the id that its vitals carry.
 */
export function viewsOf(pageLoad: PageLoadRecord): readonly ViewRecord[] {
  if (pageLoad.views.length > 0) return pageLoad.views.toSorted((a, b) => a.startTime - b.startTime);
  const viewId = pageLoad.vitals[0]?.viewId ?? pageLoad.pageLoadId;
  return [{ viewId, kind: 'load', url: pageLoad.url, startTime: 0 }];
}

/** The view in whose time range a moment lies: the last one that had begun; the first one takes what came before it. */
export function viewAt<V extends ViewRecord>(views: readonly V[], moment: Milliseconds): V | undefined {
  return views.findLast((view) => view.startTime <= moment) ?? views[0];
}

/** Whether a view is a document's load, as opposed to what happens in a document that is there already. */
export function isLoad({ kind }: ViewRecord): boolean {
  return kind === 'load' || kind === 'prerender';
}
