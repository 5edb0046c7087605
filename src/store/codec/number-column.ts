import type { ByteReader, ByteWriter } from './bytes.ts';
import { fromTenth, type TimeGrid, toTenth } from './time-grid.ts';

/** Instead of a column's index: the row before, or nothing. */
const ROW_BEFORE = -1;
const NOTHING = -2;
/** Whole numbers beyond are stored as they are. */
const MAX_WHOLE = 2 ** 45;
/** Rows from which the cheapest base is told. */
const SAMPLE_ROWS = 256;

/** How the numbers of a column are stored. */
export interface NumberColumn {
  /** `whole`: they are whole numbers; `moment`: tenths of a millisecond on the grid. */
  readonly unit: 'whole' | 'moment';
  /** What they are told relative to: an earlier column of the same unit, the row before, or nothing. */
  readonly base: number;
}

/** The values of a column as whole numbers; null where a value is none, and is stored as it is. */
export type Wholes = (number | null)[];

/** The columns of one unit that were written or read before, by their index. */
export type EarlierColumns = ReadonlyMap<number, Wholes>;

/** The values as whole numbers: as such when all are, else as moments. */
export function toWholes(
  values: readonly number[],
  grid: TimeGrid,
): { readonly unit: NumberColumn['unit']; readonly wholes: Wholes } {
  if (values.every(isWhole)) return { unit: 'whole', wholes: [...values] };
  return { unit: 'moment', wholes: values.map((value) => toTenth(value, grid)) };
}

export function writeNumbers(
  values: readonly number[],
  wholes: Wholes,
  earlier: EarlierColumns,
  writer: ByteWriter,
): number {
  const base = cheapestBase(wholes, earlier);
  forEachToken(wholes, base, earlier, wholes.length, writer.varint);
  const strange = [...wholes.keys()].filter((row) => wholes[row] === null);
  writer.varint(strange.length);
  let before = 0;
  for (const row of strange) {
    writer.varint(row - before);
    writer.float(values[row] ?? 0);
    before = row;
  }
  return base;
}

/** Reads `rows` values of a column, and what later columns are told relative to. */
export function readNumbers(
  { unit, base }: NumberColumn,
  rows: number,
  { grid, earlier }: { readonly grid: TimeGrid; readonly earlier: EarlierColumns },
  reader: ByteReader,
): { readonly values: number[]; readonly wholes: Wholes } {
  const from = earlier.get(base);
  const wholes: Wholes = new Array(rows);
  const values: number[] = new Array(rows);
  let before = 0;
  for (let row = 0; row < rows; row++) {
    const token = reader.varint();
    let whole = 0;
    if (token !== 0) {
      whole = unzigzag(token - 1) + (base === ROW_BEFORE ? before : (from?.[row] ?? 0));
      before = whole;
    }
    wholes[row] = whole;
    values[row] = unit === 'whole' ? whole : fromTenth(whole, grid);
  }
  let row = 0;
  for (let strange = reader.varint(); strange > 0; strange--) {
    row += reader.varint();
    values[row] = reader.float();
    wholes[row] = null;
  }
  return { values, wholes };
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < MAX_WHOLE && !Object.is(value, -0);
}

function cheapestBase(wholes: Wholes, earlier: EarlierColumns): number {
  let best = NOTHING;
  let least = Number.POSITIVE_INFINITY;
  for (const base of [NOTHING, ROW_BEFORE, ...earlier.keys()]) {
    let bits = 0;
    forEachToken(wholes, base, earlier, Math.min(wholes.length, SAMPLE_ROWS), (token) => {
      bits += Math.log2(token + 1);
    });
    if (bits < least) [best, least] = [base, bits];
  }
  return best;
}

/** 0 stays 0 whatever the base, since browsers say 0 for what did not happen; other numbers are told by their distance. */
function forEachToken(
  wholes: Wholes,
  base: number,
  earlier: EarlierColumns,
  rows: number,
  take: (token: number) => void,
): void {
  const from = earlier.get(base);
  let before = 0;
  for (let row = 0; row < rows; row++) {
    const whole = wholes[row] ?? 0;
    const distance = whole - (base === ROW_BEFORE ? before : (from?.[row] ?? 0));
    take(whole === 0 ? 0 : 1 + zigzag(distance));
    if (whole !== 0) before = whole;
  }
}

/** Small numbers of either sign as small ones without. */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
