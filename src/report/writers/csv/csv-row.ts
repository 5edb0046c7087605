/** A cell: a text, a number, a yes or no; null and what is no finite number become an empty cell. */
export type CsvCell = string | number | boolean | null;

/** What spreadsheets take for the start of a formula, in ASCII and full width (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA_START = /^[\s\u200B-\u200F\u2028-\u202F\u2060\uFEFF"']*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** One row after RFC 4180, CRLF at its end. A text that a spreadsheet would evaluate gets an apostrophe before it. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  // Quoted even where it need not be, so that what is not quoted is a number.
  return `"${(FORMULA_START.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}
