import { ITEM_FIELDS } from '../model/entry-fields.ts';

/**
 * The members that the values of rows are of, in order, by kind of row. An entry's row begins with its `entryType`, which is its kind:
 * `["mark", "hero", 12.5, 0, null]`. The lists in it (`sources`, `scripts`, ...) hold rows too, whose kind is the list's name. What an
 * interaction painted, which Chromium 156 holds in an entry of its own (`largestContentfulPaint`), is a row of the kind `painted`; its
 * members become those of the entry.
 */
export type RowKinds = Readonly<Record<string, readonly string[]>>;

/** An entry as a row. */
export type EntryRow = readonly [entryType: string, ...values: readonly unknown[]];

type Members = Record<string, unknown>;
/** For each value of a row the member that it becomes; null for one that is left out. */
type Columns = readonly (string | null)[];

/** Makes entries of rows. */
export interface RowReader {
  /** The members of a row; null for one that its kind does not fit. */
  entryOf(row: readonly unknown[]): Members | null;
}

const ITEMS: Readonly<Record<string, readonly string[]>> = ITEM_FIELDS;

/**
 * Reads rows of the kinds that a text (JSON of `RowKinds`, from an untrusted page) tells of. `allowed` are the members that each
 * type of entry may have; others are left out. Null when the text is none of that.
 */
export function rowReader(text: string, allowed: ReadonlyMap<string, ReadonlySet<string>>): RowReader | null {
  const kinds = parseKinds(text);
  if (!kinds) return null;
  const columns = new Map<string, Columns>();
  const itemColumns = new Map<string, Columns>();
  const paintedIn = new Map<string, number>();
  for (const [kind, names] of kinds) {
    const known = allowed.get(kind === 'painted' ? 'largest-contentful-paint' : kind);
    const items = Object.hasOwn(ITEMS, kind) ? ITEMS[kind] : undefined;
    if (known)
      columns.set(
        kind,
        names.map((name) => (known.has(name) ? name : null)),
      );
    if (items)
      itemColumns.set(
        kind,
        names.map((name) => (items.includes(name) ? name : null)),
      );
    if (names.includes('largestContentfulPaint')) paintedIn.set(kind, 1 + names.indexOf('largestContentfulPaint'));
  }

  function fill(
    members: Members,
    values: readonly unknown[],
    skip: number,
    names: Columns | undefined,
  ): Members | null {
    if (names?.length !== values.length - skip) return null;
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (name) members[name] = values[i + skip];
    }
    return members;
  }

  return {
    entryOf(row) {
      const [entryType] = row;
      if (typeof entryType !== 'string') return null;
      const painted = row[paintedIn.get(entryType) ?? 0];
      const base: Members = { entryType };
      if (Array.isArray(painted) && !fill(base, painted, 0, columns.get('painted'))) return null;
      const entry = fill(base, row, 1, columns.get(entryType));
      if (!entry) return null;
      for (const [list, names] of itemColumns) {
        const items = entry[list];
        if (!Array.isArray(items)) continue;
        const read = items.map((item: unknown) => (Array.isArray(item) ? fill({}, item, 0, names) : null));
        if (read.includes(null)) return null;
        entry[list] = read;
      }
      return entry;
    },
  };
}

function parseKinds(text: string): readonly (readonly [string, readonly string[]])[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const kinds = Object.entries(value);
  return kinds.every((kind): kind is [string, string[]] => isNames(kind[1])) ? kinds : null;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
