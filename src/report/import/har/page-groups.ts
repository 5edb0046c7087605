import type { Members } from '../../../har/members.ts';
import type { HarLogFile } from './check-har.ts';

/** A page of a HAR with its entries by their start; null: the file tells of no such page. */
export interface PageGroup {
  readonly page: Members | null;
  readonly entries: readonly Members[];
}

/**
 * The pages of a file, each with its entries; then, where entries name no page or one that is not there, these as one group more.
 * In a file that tells of no page at all that group is the only one.
 */
export function pageGroups({ pages, entries }: Pick<HarLogFile, 'pages' | 'entries'>): readonly PageGroup[] {
  const byId = new Map<unknown, Members[]>();
  for (const { id } of pages) if (!byId.has(id)) byId.set(id, []);
  const loose: Members[] = [];
  for (const entry of entries) (byId.get(entry.pageref) ?? loose).push(entry);
  // Of two pages with one id the first has the entries.
  const groups = pages.map((page) => {
    const own = byId.get(page.id) ?? [];
    byId.delete(page.id);
    return { page, entries: own.toSorted(byStart) };
  });
  return loose.length > 0 ? [...groups, { page: null, entries: loose.toSorted(byStart) }] : groups;
}

function byStart(a: Members, b: Members): number {
  return startOf(a) - startOf(b);
}

/** When an entry or a page started, which the file's check has seen to be a moment. */
export function startOf({ startedDateTime }: Members): number {
  return Date.parse(String(startedDateTime));
}
