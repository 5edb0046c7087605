import type { PageLoadFacts, ViewFacts } from '../../analysis/history/page-load-facts.ts';
import type { EpochMilliseconds } from '../../model/units.ts';

/** A page load, or one of its views after the first. The key names it in the URL. */
export type LoadRow =
  | { readonly kind: 'load'; readonly key: string; readonly load: PageLoadFacts }
  | { readonly kind: 'view'; readonly key: string; readonly load: PageLoadFacts; readonly view: ViewFacts };

/** The head of a session's page loads. */
export interface SessionHead {
  readonly kind: 'session';
  readonly key: string;
  readonly sessionId: string;
  /** When the first of the listed page loads began. */
  readonly startedAt: EpochMilliseconds;
  readonly loads: readonly PageLoadFacts[];
}

/** A row of the list of sessions. */
export type SessionsRow = LoadRow | SessionHead;

export interface RowOptions {
  /** Words that URL or title must hold, in any case. */
  readonly find: string;
  readonly isGrouped: boolean;
}

/** The rows of page loads, newest first: each followed by its further views, and grouped by session if so wished. */
export function sessionRows(
  newestFirst: readonly PageLoadFacts[],
  { find, isGrouped }: RowOptions,
): readonly SessionsRow[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  if (!isGrouped) return newestFirst.flatMap((load) => rowsOf(load, words));
  const sessions = new Map<string, PageLoadFacts[]>();
  for (const load of newestFirst) {
    const members = sessions.get(load.sessionId);
    if (members) members.push(load);
    else sessions.set(load.sessionId, [load]);
  }
  return [...sessions].flatMap(([sessionId, members]) => {
    const rows = members.flatMap((load) => rowsOf(load, words));
    if (rows.length === 0) return [];
    const loads = [...new Set(rows.map((row) => row.load))];
    const startedAt = Math.min(...members.map(({ timeOrigin }) => timeOrigin));
    return [{ kind: 'session' as const, key: `session ${sessionId}`, sessionId, startedAt, loads }, ...rows];
  });
}

/** The key of a page load, or of one of its views. */
export function rowKey(pageLoadId: string, viewId: string | null): string {
  return viewId === null ? pageLoadId : `${pageLoadId}@${viewId}`;
}

/** What a key names. */
export function parseRowKey(key: string): { readonly pageLoadId: string; readonly viewId: string | null } {
  const at = key.indexOf('@');
  return at < 0 ? { pageLoadId: key, viewId: null } : { pageLoadId: key.slice(0, at), viewId: key.slice(at + 1) };
}

/** A page load that does not match is there for those of its views that do. */
function rowsOf(load: PageLoadFacts, words: readonly string[]): readonly LoadRow[] {
  const all = allRowsOf(load);
  const matches = (text: string) => words.every((word) => text.includes(word));
  if (matches(`${load.url} ${load.title}`.toLowerCase())) return all;
  const found = all.filter((row) => row.kind === 'view' && matches(row.view.url.toLowerCase()));
  return found.length > 0 ? [...all.slice(0, 1), ...found] : [];
}

const known = new WeakMap<PageLoadFacts, readonly LoadRow[]>();

/** Rows stay the same while their page load does: a list then knows which came and which went. */
function allRowsOf(load: PageLoadFacts): readonly LoadRow[] {
  const made = known.get(load);
  if (made) return made;
  const row: LoadRow = { kind: 'load', key: load.pageLoadId, load };
  const views = load.views.slice(1).flatMap((view): readonly LoadRow[] => {
    if (view.viewId === null) return [];
    return [{ kind: 'view', key: rowKey(load.pageLoadId, view.viewId), load, view }];
  });
  const rows = [row, ...views];
  known.set(load, rows);
  return rows;
}
