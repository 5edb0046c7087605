import { boundedText, boundedUrl } from '../channel/clean-text.ts';
import { MAX_ENTRY_BYTES } from '../channel/limits.ts';
import type { Json } from '../model/json.ts';
import { selectorOf } from './selector.ts';

/** Items of a list that are kept: browsers list every script over 5 ms, and servers as many timings as they like. */
const MAX_ITEMS = 20;
const MAX_DETAIL_CHARACTERS = 1024;
const NODE = /^(element|target|node)$/;
const LIST = /^(serverTiming|sources|scripts|attribution)$/;
const TREE = /^(detail|notRestoredReasons)$/;
/** On every entry, and said better elsewhere: what came of a service worker's routes, and the id that views carry. */
const SKIPPED = /^(navigationId|worker[^S].*)$/;

type Fields = Record<string, Json>;
/** A live entry or a part of one, read by member name: what is there differs by type and browser. */
type Live = { readonly [member: string]: unknown };

/** JSON text of the EntryRecord of a live entry; nodes become selectors. Null when it would not fit a chunk. */
export function serializeEntry(entry: PerformanceEntry): string | null {
  const text = JSON.stringify(recordOf(entry as PerformanceEntry & Live));
  return text.length <= MAX_ENTRY_BYTES / 3 || new Blob([text]).size <= MAX_ENTRY_BYTES ? text : null;
}

function recordOf(entry: PerformanceEntry & Live): Fields {
  const record = copyMembers(entry, entry.entryType);
  // Chromium 156 holds what an interaction painted in an entry of its own.
  const painted = entry.largestContentfulPaint;
  return painted ? { ...copyMembers(painted as Live, 'painted'), ...record } : record;
}

/** Names of the members to copy from objects of one kind, in the order of the browser's own interfaces. */
const members = new Map<string, readonly string[]>();

/** JSON copy of what an object of the browser tells; `kind` names its interface. */
export function copyMembers(from: Live, kind: string): Fields {
  let names = members.get(kind);
  if (!names) {
    names = namesIn(from, kind);
    members.set(kind, names);
  }
  const to: Fields = {};
  for (const name of names) {
    const value = from[name];
    const plain = boundedPlain(value);
    if (plain !== undefined) to[name] = plain;
    else if (typeof value === 'object') copyObject(name, value, to);
  }
  return to;
}

/** A number, boolean or string as it may be stored; undefined for anything else. */
export function boundedPlain(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return value.startsWith('http') ? boundedUrl(value) : boundedText(value);
}

function namesIn(from: Live, kind: string): readonly string[] {
  const names: string[] = [];
  for (const name in from) {
    if (typeof from[name] === 'function') continue;
    // A soft navigation's id is that of its view; what a long task is attributed to repeats members of an entry in vain.
    if (SKIPPED.test(name) && kind !== 'soft-navigation') continue;
    if (kind === 'attribution' ? /^container/.test(name) : name !== 'entryType' || !LIST.test(kind)) names.push(name);
  }
  return names;
}

function copyObject(name: string, value: object | null, to: Fields): void {
  if (NODE.test(name)) to[name] = selectorOf(value as Node | null);
  else if (LIST.test(name)) {
    const items = Array.from(value as Iterable<Live>);
    if (name === 'scripts') items.sort((a, b) => Number(b.duration) - Number(a.duration));
    to[name] = items.slice(0, MAX_ITEMS).map((item) => copyMembers(item, name));
  } else if (value && /Rect$/.test(name)) {
    const { x, y, width, height } = value as DOMRectReadOnly;
    to[name] = [x, y, width, height];
  } else if (TREE.test(name)) to[name] = boundedTree(value);
}

/** What a page attached to its mark or measure, or a browser's report, as JSON; null when it is large or cannot be JSON. */
function boundedTree(value: object | null): Json {
  try {
    const text = JSON.stringify(value);
    return text.length <= MAX_DETAIL_CHARACTERS ? (JSON.parse(text) as Json) : null;
  } catch {
    return null;
  }
}
