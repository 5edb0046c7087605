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

/** A live entry or a part of one, read by member name: what is there differs by type and browser. */
type Live = { readonly [member: string]: unknown };

/** Finds a getter along the prototypes (https://tc39.es/ecma262/#sec-object.prototype.__lookupGetter__); TypeScript leaves it out. */
const { __lookupGetter__: lookupGetter } = Object.prototype as {
  readonly __lookupGetter__?: (this: Live, name: string) => ((this: Live) => unknown) | undefined;
};

/** A member to copy: the start of its JSON text, how it is read, and how it is written where it is an object or null. */
interface Member {
  readonly key: string;
  readonly read: (this: Live, live: Live) => unknown;
  readonly write: (value: object | null) => string | undefined;
}

/** JSON text of the EntryRecord of a live entry; nodes become selectors. Null when it would not fit a chunk. */
export function serializeEntry(entry: PerformanceEntry, entryType: string): string | null {
  const live = entry as PerformanceEntry & Live;
  // Chromium 156 holds what an interaction painted in an entry of its own.
  const painted = entryType === 'interaction-contentful-paint' && live.largestContentfulPaint;
  const text = painted
    ? JSON.stringify({ ...copyMembers(painted as Live, 'painted'), ...copyMembers(live, entryType) })
    : objectText(live, entryType);
  return text.length <= MAX_ENTRY_BYTES / 3 || new Blob([text]).size <= MAX_ENTRY_BYTES ? text : null;
}

/** JSON copy of what an object of the browser tells; `kind` names its interface. */
export function copyMembers(from: Live, kind: string): Record<string, Json> {
  return JSON.parse(objectText(from, kind)) as Record<string, Json>;
}

/** A number, boolean or string as it may be stored; undefined for anything else. */
export function boundedPlain(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return value.startsWith('http') ? boundedUrl(value) : boundedText(value);
}

/** How objects of one kind begin, and the members to copy from them, in the order of the browser's own interfaces. */
interface Kind {
  readonly start: string;
  readonly members: readonly Member[];
}

const kinds = new Map<string, Kind>();

/**
 * The text is put together by hand and each member read by the getter that its interface has for it: three quarters of the time to read
 * members by their names into an object and stringify that (300 resources and 1,200 user timings: 8.6 ms instead of 11.5).
 */
function objectText(from: Live, kind: string): string {
  let known = kinds.get(kind);
  if (!known) {
    known = kindOf(from, kind);
    kinds.set(kind, known);
  }
  let text = known.start;
  for (const member of known.members) {
    const value = member.read.call(from, from);
    const json =
      typeof value === 'number' && Number.isFinite(value)
        ? value
        : typeof value === 'object'
          ? member.write(value)
          : JSON.stringify(boundedPlain(value));
    if (json !== undefined) text += member.key + json;
  }
  // Texts are long: to cut one means to copy it.
  return known.start ? `${text}}` : `{${text.slice(1)}}`;
}

function kindOf(from: Live, kind: string): Kind {
  const members: Member[] = [];
  let start = '';
  for (const name in from) {
    if (typeof from[name] === 'function') continue;
    // A soft navigation's id is that of its view; what a long task is attributed to repeats members of an entry in vain.
    if (SKIPPED.test(name) && kind !== 'soft-navigation') continue;
    if (name === 'entryType') {
      // The same for all of a kind, so it is not read from each.
      if (!LIST.test(kind)) start = `{"entryType":${JSON.stringify(from[name])}`;
    } else if (kind !== 'attribution' || /^container/.test(name)) {
      const read = lookupGetter?.call(from, name) ?? ((live: Live) => live[name]);
      members.push({ key: `,"${name}":`, read, write: writerOf(name) });
    }
  }
  return { start, members };
}

/** What makes JSON text of a member that is an object or null; undefined when it is none that is recorded. */
function writerOf(name: string): Member['write'] {
  if (NODE.test(name)) return (node) => JSON.stringify(selectorOf(node as Node | null));
  if (LIST.test(name)) return (list) => listText(name, Array.from(list as Iterable<Live>));
  if (/Rect$/.test(name)) return rectText;
  return TREE.test(name) ? treeText : () => undefined;
}

function listText(name: string, items: Live[]): string {
  if (name === 'scripts') items.sort((a, b) => Number(b.duration) - Number(a.duration));
  return `[${items.slice(0, MAX_ITEMS).map((item) => objectText(item, name))}]`;
}

function rectText(value: object | null): string | undefined {
  const { x, y, width, height } = value as DOMRectReadOnly;
  return `[${x},${y},${width},${height}]`;
}

/** What a page attached to its mark or measure, or a browser's report; null when it is large or cannot be JSON. */
function treeText(value: object | null): string {
  try {
    const text = JSON.stringify(value);
    return text.length <= MAX_DETAIL_CHARACTERS ? text : 'null';
  } catch {
    return 'null';
  }
}
