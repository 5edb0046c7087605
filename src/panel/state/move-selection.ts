/**
 * The row that a key selects in a list of `count` rows with row `index` selected (-1: none). Null: select none; undefined: the
 * key does nothing here.
 */
export function moveSelection(key: string, index: number, count: number, page: number): number | null | undefined {
  if (key === 'Escape') return index < 0 ? undefined : null;
  const target = targets(index, count, page)[key];
  if (target === undefined || count === 0) return undefined;
  return Math.min(count - 1, Math.max(0, target));
}

function targets(index: number, count: number, page: number): Readonly<Record<string, number>> {
  return {
    ArrowDown: index + 1,
    ArrowUp: index < 0 ? count - 1 : index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
}
