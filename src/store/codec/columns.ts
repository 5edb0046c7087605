import type { Json } from '../../model/json.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { type NumberColumn, readNumbers, toWholes, type Wholes, writeNumbers } from './number-column.ts';
import type { JsonRecord } from './shapes.ts';
import type { TimeGrid } from './time-grid.ts';
import { readValues, type ValueColumn, writeValues } from './value-column.ts';

/** A request's duration is computed by the browser from two other members; where it is not, it is stored as it is. */
interface DurationColumn {
  readonly unit: 'duration';
}

export type StoredColumn = NumberColumn | ValueColumn | DurationColumn;

/** Columns written or read so far, per unit. */
type Earlier = Record<NumberColumn['unit'], Map<number, Wholes>>;

/** Writes the rows of a shape, column by column. */
export function writeColumns(
  members: readonly string[] | null,
  rows: readonly Json[],
  grid: TimeGrid,
  writer: ByteWriter,
): readonly StoredColumn[] {
  if (members === null) return [writeValues(rows, writer)];
  const records = rows as readonly JsonRecord[];
  const earlier: Earlier = { whole: new Map(), moment: new Map() };
  return members.map((member, index) => {
    if (isDuration(member, members)) return writeDurations(records, writer);
    const values = records.map((record) => record[member] ?? null);
    if (!values.every((value) => typeof value === 'number')) return writeValues(values, writer);
    const { unit, wholes } = toWholes(values, grid);
    const base = writeNumbers(values, wholes, earlier[unit], writer);
    earlier[unit].set(index, wholes);
    return { unit, base };
  });
}

/** The rows of a shape; the columns have to be read in the order in which they were written. */
export function readColumns(
  members: readonly string[] | null,
  columns: readonly StoredColumn[],
  rows: number,
  grid: TimeGrid,
  reader: ByteReader,
): readonly Json[] {
  const earlier: Earlier = { whole: new Map(), moment: new Map() };
  const read = columns.map((column, index) => {
    if ('values' in column) return readValues(column, rows, reader);
    if (column.unit === 'duration') return readStrangeDurations(rows, reader);
    const { values, wholes } = readNumbers(column, rows, { grid, earlier: earlier[column.unit] }, reader);
    earlier[column.unit].set(index, wholes);
    return values;
  });
  if (members === null) return read[0] ?? [];
  const records: Record<string, Json>[] = [];
  for (let row = 0; row < rows; row++) {
    const record: Record<string, Json> = {};
    for (let i = 0; i < members.length; i++) record[members[i] ?? ''] = read[i]?.[row] ?? null;
    records.push(record);
  }
  if (columns.some((column) => 'unit' in column && column.unit === 'duration')) addDurations(records);
  return records;
}

function isDuration(member: string, members: readonly string[]): boolean {
  return member === 'duration' && members.includes('responseEnd') && members.includes('startTime');
}

function durationOf({ responseEnd, startTime }: JsonRecord): number {
  return Number(responseEnd) - Number(startTime);
}

function writeDurations(records: readonly JsonRecord[], writer: ByteWriter): StoredColumn {
  const durations = records.map(({ duration = null }) => duration);
  if (!durations.every((duration) => typeof duration === 'number')) return writeValues(durations, writer);
  const strange = records
    .map((record, row) => ({ record, row }))
    .filter(({ record }) => !Object.is(record.duration, durationOf(record)));
  writer.varint(strange.length);
  for (const { record, row } of strange) {
    writer.varint(row);
    writer.float(Number(record.duration));
  }
  return { unit: 'duration' };
}

/** Null where the duration is the difference. */
function readStrangeDurations(rows: number, reader: ByteReader): readonly (number | null)[] {
  const durations: (number | null)[] = new Array(rows).fill(null);
  for (let strange = reader.varint(); strange > 0; strange--) {
    const row = reader.varint();
    durations[row] = reader.float();
  }
  return durations;
}

function addDurations(records: readonly Record<string, Json>[]): void {
  for (const record of records) record.duration ??= durationOf(record);
}
