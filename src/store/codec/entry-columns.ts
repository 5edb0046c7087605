import type { EntryRecord } from '../../model/entries.ts';
import type { Json } from '../../model/json.ts';
import { type ByteReader, type ByteWriter, createByteReader, createByteWriter } from './bytes.ts';
import { readColumns, type StoredColumn, writeColumns } from './columns.ts';
import { groupByShape } from './shapes.ts';
import { findTimeGrid, type TimeGrid } from './time-grid.ts';

/** Bytes of the header's length, which comes first. */
const LENGTH_BYTES = 4;

/** Entries with the same members. `members` null: entries that are no plain records, each kept whole. */
interface StoredShape {
  readonly members: readonly string[] | null;
  readonly columns: readonly StoredColumn[];
  readonly rows: number;
}

/** What the bytes begin with, as JSON; the numbers follow. */
interface Header {
  readonly grid: TimeGrid;
  readonly shapes: readonly StoredShape[];
  /** Stretches of entries of one shape, in order. */
  readonly stretches: number;
}

/**
 * Entries as bytes that compress well: column by column, moments as whole numbers told by their distance to others.
 * `decodeEntries` gives equal entries back; the order of members is not kept.
 */
export function encodeEntries(entries: readonly EntryRecord[]): Uint8Array<ArrayBuffer> {
  const { shapes, order } = groupByShape(entries);
  const grid = findTimeGrid(numbersIn(entries));
  const writer = createByteWriter();
  const stretches = writeOrder(order, writer);
  const stored = shapes.map(({ members, rows }) => ({
    members,
    columns: writeColumns(members, rows, grid, writer),
    rows: rows.length,
  }));
  const header: Header = { grid, shapes: stored, stretches };
  return joined(new TextEncoder().encode(JSON.stringify(header)), writer.bytes());
}

/** @throws RangeError, SyntaxError when the bytes are cut or are none of `encodeEntries`. */
export function decodeEntries(bytes: Uint8Array): readonly EntryRecord[] {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  const { grid, shapes, stretches } = JSON.parse(text) as Header;
  const reader = createByteReader(bytes.subarray(LENGTH_BYTES + length));
  const order = readOrder(stretches, reader);
  const rows = shapes.map(({ members, columns, rows: count }) => readColumns(members, columns, count, grid, reader));
  const next = rows.map(() => 0);
  const entries: Json[] = [];
  for (const [shape, count] of order) {
    const from = next[shape] ?? 0;
    for (let i = 0; i < count; i++) entries.push(rows[shape]?.[from + i] ?? null);
    next[shape] = from + count;
  }
  return entries as unknown as readonly EntryRecord[];
}

function writeOrder(order: readonly number[], writer: ByteWriter): number {
  let stretches = 0;
  for (let i = 0, end = 0; i < order.length; i = end) {
    while (end < order.length && order[end] === order[i]) end += 1;
    writer.varint(order[i] ?? 0);
    writer.varint(end - i);
    stretches += 1;
  }
  return stretches;
}

function readOrder(stretches: number, reader: ByteReader): readonly (readonly [shape: number, count: number])[] {
  return Array.from({ length: stretches }, () => [reader.varint(), reader.varint()] as const);
}

function* numbersIn(entries: readonly EntryRecord[]): Generator<number> {
  for (const entry of entries) {
    for (const value of Object.values(entry ?? {})) if (typeof value === 'number') yield value;
  }
}

function joined(header: Uint8Array, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(LENGTH_BYTES + header.length + body.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, LENGTH_BYTES);
  bytes.set(body, LENGTH_BYTES + header.length);
  return bytes;
}
