import type { PageLoadRecord } from '../../model/page-load.ts';
import type { EpochMilliseconds } from '../../model/units.ts';

/** The page load that the user picked; null follows the newest, whichever that is. */
export type Selection = string | null;

/** The page loads that a user can pick, last shown first: those of the top frame. */
export function choices(pageLoads: readonly PageLoadRecord[]): readonly PageLoadRecord[] {
  // A document that is recorded again after a pause is two page loads that began at one moment.
  const byTime = (a: PageLoadRecord, b: PageLoadRecord) => shownAt(b) - shownAt(a) || b.updatedAt - a.updatedAt;
  return pageLoads.filter((load) => load.frameId === 0).sort(byTime);
}

/** The documents in frames of a page load, oldest first. */
export function framesOf(
  { pageLoadId }: PageLoadRecord,
  pageLoads: readonly PageLoadRecord[],
): readonly PageLoadRecord[] {
  return pageLoads.filter((load) => load.topPageLoadId === pageLoadId && load.pageLoadId !== pageLoadId);
}

/** When a page load came into the tab, the last time: a page that is restored from bfcache is in front of newer ones. */
function shownAt({ timeOrigin, views }: PageLoadRecord): EpochMilliseconds {
  const restores = views.filter((view) => view.kind === 'bfcache').map((view) => view.startTime);
  return timeOrigin + Math.max(0, ...restores);
}

/** Picking the newest page load means to follow: the next one will be shown when it comes. */
export function pick(pageLoadId: string, newestFirst: readonly PageLoadRecord[]): Selection {
  return newestFirst[0]?.pageLoadId === pageLoadId ? null : pageLoadId;
}

/** The page load to show. A picked one that is gone (cleared, another session) gives way to the newest. */
export function selected(selection: Selection, newestFirst: readonly PageLoadRecord[]): PageLoadRecord | null {
  const picked = newestFirst.find((load) => load.pageLoadId === selection);
  return picked ?? newestFirst[0] ?? null;
}
