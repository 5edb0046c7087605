/**
 * The row that a key selects in a list of `count` rows with row `index` selected (-1: none). Null: select none; undefined: the
 * key does nothing here.
 */
export function moveSelection(key: string, index: number, count: number, page: number): number | null | undefined {
  if (key === 'Escape') return index < 0 ? undefined : null;
  const target = targetOf(key, index, count, page);
  if (target === undefined || count === 0) return undefined;
  return Math.min(count - 1, Math.max(0, target));
}

function targetOf(key: string, index: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index < 0 ? count - 1 : index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return index - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
