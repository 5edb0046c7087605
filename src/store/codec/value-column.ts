import type { Json } from '../../model/json.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** A column of any values: the distinct ones, and which one each row has unless every row has its own. */
export interface ValueColumn {
  readonly values: readonly Json[];
  /** True when the rows have the values one after the other. */
  readonly own: boolean;
}

/** Two values are the same when their JSON is (so -0 is 0 here); equal rows share one value. */
export function writeValues(column: readonly Json[], writer: ByteWriter): ValueColumn {
  const places = new Map<unknown, number>();
  const values: Json[] = [];
  const indexes = column.map((value) => {
    // A text begins with a quote in JSON, so no plain one is taken for a record's.
    const key = typeof value === 'object' ? JSON.stringify(value) : typeof value === 'string' ? `"${value}` : value;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, values.length);
    return values.push(value) - 1;
  });
  const own = values.length === column.length;
  if (!own && values.length > 1) for (const index of indexes) writer.varint(index);
  return { values, own };
}

export function readValues({ values, own }: ValueColumn, rows: number, reader: ByteReader): readonly Json[] {
  if (own) return values;
  return Array.from({ length: rows }, () => values[values.length > 1 ? reader.varint() : 0] ?? null);
}
