import { boundedText, boundedUrl } from '../channel/clean-text.ts';
import { MAX_STRING } from '../channel/limits.ts';
import type { Json } from '../model/json.ts';
import { selectorOf } from './selector.ts';

/** Items of a list that are kept: browsers list every script over 5 ms, and servers as many timings as they like. */
const MAX_ITEMS = 20;

/** A live entry or a part of one, read by member name: what is there differs by type and browser. */
type Live = { readonly [member: string]: unknown };
/** Makes JSON of a member that is an object or null. */
type Write = (value: object | null) => Json;

/** Finds a getter along the prototypes (https://tc39.es/ecma262/#sec-object.prototype.__lookupGetter__); TypeScript leaves it out. */
const { __lookupGetter__: lookupGetter } = Object.prototype as {
  readonly __lookupGetter__?: (this: Live, name: string) => Reader | undefined;
};

const node: Write = (value) => selectorOf(value as Node | null);
const rect: Write = (value) => {
  const { x, y, width, height } = value as DOMRectReadOnly;
  return [x, y, width, height];
};
/** What is recorded of members that are objects; no others are. */
const WRITERS: Readonly<Record<string, Write>> = {
  element: node,
  target: node,
  node,
  serverTiming: listOf('serverTiming'),
  sources: listOf('sources'),
  scripts: listOf('scripts'),
  attribution: listOf('attribution'),
  intersectionRect: rect,
  previousRect: rect,
  currentRect: rect,
  largestContentfulPaint: (value) => value && pushValues([], value as Live, 'painted'),
  detail: tree,
  notRestoredReasons: tree,
};

type Reader = (this: Live, live?: Live) => unknown;

/** The members to copy from objects of each kind, in the order of the browser's own interfaces, and how each is read. */
const kinds: Record<string, string[]> = {};
const readersOf: Record<string, Reader[]> = {};
/** JSON text of the `RowKinds` of all rows until now. */
export let rowKinds = '{}';

/**
 * JSON text of a live entry as a row (`RowKinds`); nodes become selectors. A row, each member read by the getter that its
 * interface has for it, takes two thirds of the time of text that is put together with the members' names.
 */
export function serializeEntry(entry: PerformanceEntry, entryType: string): string {
  return JSON.stringify(pushValues([entryType], entry as PerformanceEntry & Live, entryType));
}

/** JSON copy of what an object of the browser tells; `kind` names its interface. */
export function copyMembers(from: Live, kind: string): Record<string, Json> {
  const values = pushValues([], from, kind);
  return Object.fromEntries((kinds[kind] ?? []).map((name, i) => [name, values[i] as Json]));
}

/** A number, boolean or string as it may be stored; undefined for anything else. */
export function boundedPlain(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return value.startsWith('http') ? boundedUrl(value) : boundedText(value);
}

/** Adds what `from` tells to a row. */
function pushValues(row: Json[], from: Live, kind: string): Json[] {
  const readers = readersOf[kind] ?? learn(from, kind);
  const names = kinds[kind] ?? [];
  for (let i = 0; i < readers.length; i++) {
    const value = readers[i]?.call(from, from);
    // The usual case first.
    if (typeof value === 'number') row.push(value);
    else if (typeof value === 'object') row.push(WRITERS[names[i] as string]?.(value) ?? null);
    else row.push(boundedPlain(value) ?? null);
  }
  return row;
}

function learn(from: Live, kind: string): Reader[] {
  const names: string[] = [];
  const readers: Reader[] = [];
  for (const name in from) {
    const isRecorded = typeof from[name] === 'object' ? WRITERS[name] : typeof from[name] !== 'function';
    if (!isRecorded || isSkipped(name, kind)) continue;
    names.push(name);
    readers.push(lookupGetter?.call(from, name) ?? ((live = {}) => live[name]));
  }
  readersOf[kind] = readers;
  kinds[kind] = names;
  rowKinds = JSON.stringify(kinds);
  return readers;
}

/**
 * The first item of each row; what came of a service worker's routes; the id that views carry, but of the soft navigation that opens
 * one; and what, of what a long task is attributed to, repeats members of the entry in vain.
 */
function isSkipped(name: string, kind: string): boolean {
  return (
    name === 'entryType' ||
    (kind !== 'soft-navigation' && /^(navigationId|worker[^S].*)$/.test(name)) ||
    (kind === 'attribution' && !/^container/.test(name))
  );
}

function listOf(name: string): Write {
  return (value) => {
    const items = [...(value as Iterable<Live>)];
    if (name === 'scripts') items.sort((a, b) => Number(b.duration) - Number(a.duration));
    return items.slice(0, MAX_ITEMS).map((item) => pushValues([], item, name));
  };
}

/**
 * What a page attached to its mark or measure, or a browser's report: as it is, or the beginning of its JSON text when that is long. Null
 * when it cannot be JSON.
 */
function tree(value: object | null): Json {
  try {
    const text = JSON.stringify(value);
    return text.length <= MAX_STRING ? (value as Json) : boundedText(text);
  } catch {
    return null;
  }
}
