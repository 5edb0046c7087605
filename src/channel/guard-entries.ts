import { type EntryType, OBSERVED_ENTRY_TYPES } from '../model/entries.ts';
import { ITEM_FIELDS, PLAIN_FIELDS } from '../model/entry-fields.ts';
import { OBSERVATION_TYPES } from '../model/observations.ts';
import { boundedText } from './clean-text.ts';
import { type RowReader, rowReader } from './entry-rows.ts';
import { isJson } from './guard-json.ts';

/** Members that hold what a page, or a browser's report, likes. */
const TREES: readonly string[] = ['detail', 'notRestoredReasons'];
/** Members of an entry that are not plain: lists of sources, scripts, timings, trees of the page's own, and selectors. */
const DEEP_FIELDS = ['element', 'intersectionRect', 'target', ...TREES, ...Object.keys(ITEM_FIELDS)];
const BASE_FIELDS = ['entryType', 'name', 'startTime', 'duration'];
/** Levels below a deep member: scripts[i].name, sources[i].previousRect[0], and what a mark's detail may hold. */
const DEEP_DEPTH = 4;

type Members = Record<string, unknown>;

/** The members each type may have. */
const ALLOWED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...OBSERVED_ENTRY_TYPES, ...OBSERVATION_TYPES].map((type: EntryType) => [
    type,
    new Set([...BASE_FIELDS, ...PLAIN_FIELDS[type], ...DEEP_FIELDS]),
  ]),
);
/** The members that the items of each list may have. */
const ALLOWED_IN_ITEMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(ITEM_FIELDS).map(([list, members]) => [list, new Set(members)]),
);

/** What the guard let pass of a chunk's entries: the text to store, and how many it holds and turned away. */
export interface CheckedEntries {
  readonly entries: string;
  readonly accepted: number;
  /** Those that passed, per `entryType`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly rejected: number;
}

/**
 * Checks the entries of a chunk one by one: known type, finite numbers, bounded strings. Rows become entries by the `RowKinds`
 * whose text is `kinds`. Members that no version of the model knows, as a newer browser may add them, are left out, and of a tree
 * that is too large or deep only the beginning of its JSON text stays. A text of entries in which all hold is passed on as it is.
 * Null when the text is no JSON list, or `kinds` are none.
 */
export function checkEntries(text: string, kinds = '{}'): CheckedEntries | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  const rows = readerOf(kinds);
  if (!Array.isArray(list) || !rows) return null;
  let changed = false;
  const counts: Record<string, number> = {};
  const kept: Members[] = [];
  for (const value of list) {
    const isRow = Array.isArray(value);
    const entry: unknown = isRow ? rows.entryOf(value) : value;
    const outcome = checkEntry(entry);
    if (isRow || outcome !== 'whole') changed = true;
    if (outcome === 'rejected') continue;
    const { entryType } = entry as { readonly entryType: string };
    counts[entryType] = (counts[entryType] ?? 0) + 1;
    kept.push(entry as Members);
  }
  const entries = changed ? JSON.stringify(kept) : text;
  return { entries, accepted: kept.length, counts, rejected: list.length - kept.length };
}

/** Chunk after chunk of a document comes with the same kinds. */
let last: { readonly kinds: string; readonly rows: RowReader | null } | undefined;

function readerOf(kinds: string): RowReader | null {
  if (last?.kinds !== kinds) last = { kinds, rows: rowReader(kinds, ALLOWED) };
  return last.rows;
}

function checkEntry(value: unknown): 'whole' | 'stripped' | 'rejected' {
  if (!isMembers(value)) return 'rejected';
  const allowed = typeof value.entryType === 'string' ? ALLOWED.get(value.entryType) : undefined;
  if (!allowed || typeof value.name !== 'string') return 'rejected';
  if (!Number.isFinite(value.startTime) || !Number.isFinite(value.duration)) return 'rejected';
  let stripped = strip(value, allowed);
  for (const member in value) {
    const inner = value[member];
    if (!isJson(inner, DEEP_DEPTH)) {
      if (!TREES.includes(member)) return 'rejected';
      // No reason to lose the entry: the beginning of its text says what it was.
      value[member] = boundedText(JSON.stringify(inner));
      stripped = true;
    }
    const known = ALLOWED_IN_ITEMS.get(member);
    if (known && Array.isArray(inner)) {
      for (const item of inner) stripped = (isMembers(item) && strip(item, known)) || stripped;
    }
  }
  return stripped ? 'stripped' : 'whole';
}

/** Removes members that are not allowed; true when there were any. */
function strip(from: Members, allowed: ReadonlySet<string>): boolean {
  let stripped = false;
  for (const member in from) {
    if (allowed.has(member)) continue;
    delete from[member];
    stripped = true;
  }
  return stripped;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}
