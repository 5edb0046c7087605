import type { LoadRow } from './session-rows.ts';

/** The keys of two rows that can be compared, the earlier first. */
export interface ComparedKeys {
  readonly a: string;
  readonly b: string;
}

/** What chosen rows are compared as: two with each other, a single one with the page load that is shown. Null: they cannot be. */
export function comparable(chosen: readonly LoadRow[], shown: string | null): ComparedKeys | null {
  const [first, second] = chosen;
  if (!first || chosen.length > 2 || chosen.some(({ load }) => load.state === 'summary')) return null;
  if (second) return timeOf(first) <= timeOf(second) ? keys(first, second) : keys(second, first);
  if (shown === null || shown === first.load.pageLoadId) return null;
  return { a: first.key, b: shown };
}

function keys(a: LoadRow, b: LoadRow): ComparedKeys {
  return { a: a.key, b: b.key };
}

function timeOf(row: LoadRow): number {
  return row.kind === 'view' ? row.view.startedAt : row.load.timeOrigin;
}
