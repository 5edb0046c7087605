import { type EntryType, OBSERVED_ENTRY_TYPES } from '../model/entries.ts';
import { PLAIN_FIELDS } from '../model/entry-fields.ts';
import { isJson } from './guard-json.ts';

/** Members of an entry that are not plain: lists of sources, scripts, timings, and selectors. */
const DEEP_FIELDS = [
  'serverTiming',
  'element',
  'intersectionRect',
  'sources',
  'attribution',
  'scripts',
  'target',
  'detail',
] as const;
const BASE_FIELDS = ['entryType', 'name', 'startTime', 'duration'];
/** Levels below a deep member: scripts[i].name, sources[i].previousRect[0], and what a mark's detail may hold. */
const DEEP_DEPTH = 4;

/** The members each type may have. */
const ALLOWED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  OBSERVED_ENTRY_TYPES.map((type: EntryType) => [
    type,
    new Set([...BASE_FIELDS, ...PLAIN_FIELDS[type], ...DEEP_FIELDS]),
  ]),
);

/** What the guard let pass of a chunk's entries: the text to store, and how many it holds and turned away. */
export interface CheckedEntries {
  readonly entries: string;
  readonly accepted: number;
  readonly rejected: number;
}

/**
 * Checks the entries of a chunk one by one: known type, known members, finite numbers, bounded strings. A text in which all
 * hold is passed on as it is. Null when the text is no JSON list.
 */
export function checkEntries(text: string): CheckedEntries | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const kept = list.filter(isEntry);
  const entries = kept.length === list.length ? text : JSON.stringify(kept);
  return { entries, accepted: kept.length, rejected: list.length - kept.length };
}

function isEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as { readonly [member: string]: unknown };
  const allowed = typeof entry.entryType === 'string' ? ALLOWED.get(entry.entryType) : undefined;
  if (!allowed || typeof entry.name !== 'string') return false;
  if (!Number.isFinite(entry.startTime) || !Number.isFinite(entry.duration)) return false;
  for (const member in entry) {
    if (!allowed.has(member) || !isJson(entry[member], DEEP_DEPTH)) return false;
  }
  return true;
}
