/** What a scrolled list of equally high rows has to know to draw only the rows in sight. Lengths in CSS pixels. */
export interface ListGeometry {
  readonly scrollTop: number;
  readonly viewportHeight: number;
  readonly rowHeight: number;
  readonly rowCount: number;
}

/** Rows `first` to `last - 1` are drawn; the space of the others is kept by `before` and `after` pixels. */
export interface VirtualWindow {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
}

/** Rows drawn beyond each edge, so that a key press or a turn of the wheel meets rows that are there. */
const OVERSCAN = 8;

/** The window moves in steps of this many rows, so that most scroll events draw nothing at all. */
const STEP = 4;

/** The rows to draw. A scroll position beyond the list (it was filtered meanwhile) counts as its end. */
export function virtualWindow({ scrollTop, viewportHeight, rowHeight, rowCount }: ListGeometry): VirtualWindow {
  const visible = Math.ceil(viewportHeight / rowHeight) + 1;
  const top = Math.min(Math.floor(scrollTop / rowHeight), rowCount - visible);
  const aligned = Math.floor((top - OVERSCAN) / STEP) * STEP;
  const first = Math.max(0, aligned);
  const last = Math.min(rowCount, aligned + visible + 2 * OVERSCAN + STEP);
  return {
    first,
    last: Math.max(first, last),
    before: first * rowHeight,
    after: Math.max(0, rowCount - last) * rowHeight,
  };
}

/** Whether two windows draw the same, so that the second need not be drawn. */
export function isSameWindow(a: VirtualWindow, b: VirtualWindow): boolean {
  return a.first === b.first && a.last === b.last && a.after === b.after;
}

/** The scroll position at which a row is wholly in sight, nearest to the present one. `header` covers that much of the top. */
export function scrollToRow(row: number, geometry: ListGeometry, header: number): number {
  const top = row * geometry.rowHeight;
  const bottom = top + geometry.rowHeight;
  if (top < geometry.scrollTop) return top;
  const room = geometry.viewportHeight - header;
  return bottom > geometry.scrollTop + room ? bottom - room : geometry.scrollTop;
}
