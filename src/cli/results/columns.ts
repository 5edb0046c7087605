/** A row of cells; a column is as wide as its widest cell. */
export type Row = readonly string[];

/**
 * Lays rows out in columns, two spaces apart. `align` has an `l` or `r` for each column; further columns are left-aligned. The last
 * column may be as long as it likes.
 */
export function columns(rows: readonly Row[], align: string): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return align[index] === 'r' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Text from a page as one line that is safe on a terminal: no control characters, and cut in the middle when it is too long. */
export function oneLine(text: string, most = 80): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  if (clean.length <= most) return clean;
  const head = Math.ceil((most - 1) / 2);
  return `${clean.slice(0, head)}…${clean.slice(clean.length - (most - 1 - head))}`;
}
