import { harRequestOf } from '../../../har/har-entry.ts';
import { createHarLog } from '../../../har/har-log.ts';
import { asMembers } from '../../../har/members.ts';
import type { RedactionLevel } from '../../../model/report.ts';
import type { PageSnapshot } from '../../../model/snapshot.ts';
import { checkHar } from './check-har.ts';
import { type HarFile, harFileOf } from './har-file.ts';
import { harPageLoad } from './har-page-load.ts';
import { type PageGroup, pageGroups } from './page-groups.ts';
import { toldValues } from './told-values.ts';

/** A HAR file as the page loads that it tells of, for analysis. */
export interface HarSession {
  /** How much of it was hidden when it was written. */
  readonly level: RedactionLevel;
  /** In the order of the file's pages; requests without a page are the last. */
  readonly snapshots: readonly PageSnapshot[];
}

/**
 * Reads a parsed HAR 1.2 file (http://www.softwareishard.com/blog/har-12-spec/): each page becomes a page load with its requests.
 * Bodies, cookies, posted data and all headers but KEPT_HEADERS are left behind here.
 * @throws ImportError that names the first place that is wrong.
 */
export function readHar(value: { readonly log: unknown }): HarSession {
  const log = checkHar(value);
  const file = harFileOf(log);
  return { level: file.level, snapshots: pageGroups(log).map((group, index) => snapshotOf(group, index, file)) };
}

function snapshotOf(group: PageGroup, index: number, file: HarFile): PageSnapshot {
  const pageLoadId = `har-${index + 1}`;
  const log = createHarLog(pageLoadId, (entry, identity) => {
    const request = harRequestOf(entry, identity, file.writer);
    return request && { ...request, told: toldValues(asMembers(entry), file.isOurs) };
  });
  // A request that turns out to follow another comes twice; the later one counts.
  const requests = new Map(group.entries.flatMap((entry) => log.note(entry)).map((request) => [request.id, request]));
  return harPageLoad(pageLoadId, group, [...requests.values()], file);
}
