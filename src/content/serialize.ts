import { MAX_ENTRY_BYTES } from '../channel/limits.ts';
import type { EntryType } from '../model/entries.ts';
import { PLAIN_FIELDS, SCRIPT_FIELDS } from '../model/entry-fields.ts';
import type { Json } from '../model/json.ts';
import { boundedText, boundedUrl } from './clean-text.ts';
import { selectorOf } from './selector.ts';

/** Scripts of a long animation frame that are kept, longest first: browsers list every one over 5 ms. */
const MAX_SCRIPTS = 20;
const MAX_SERVER_TIMINGS = 20;
const MAX_DETAIL_CHARACTERS = 1024;
const URL_FIELDS = new Set(['url', 'sourceURL']);
const URL_NAMED = new Set(['resource', 'navigation', 'soft-navigation']);

type Fields = Record<string, Json>;
/** A live entry, read by member name: what is there differs by type and browser. */
type Live = PerformanceEntry & { readonly [member: string]: unknown };

/** JSON text of the EntryRecord of a live entry; nodes become selectors. Null when it would not fit a chunk. */
export function serializeEntry(entry: PerformanceEntry): string | null {
  const text = JSON.stringify(recordOf(entry as Live));
  return text.length <= MAX_ENTRY_BYTES / 3 || new Blob([text]).size <= MAX_ENTRY_BYTES ? text : null;
}

function recordOf(entry: Live): Fields {
  const type = entry.entryType as EntryType;
  const record: Fields = {
    entryType: type,
    name: URL_NAMED.has(type) ? boundedUrl(entry.name) : boundedText(entry.name),
    startTime: entry.startTime,
    duration: entry.duration,
  };
  copyPlain(entry, PLAIN_FIELDS[type], record);
  switch (type) {
    case 'resource':
    case 'navigation':
      record.serverTiming = list(entry.serverTiming)
        .slice(0, MAX_SERVER_TIMINGS)
        .map((timing) => copyPlain(timing, ['name', 'duration', 'description'], {}));
      break;
    case 'interaction-contentful-paint': {
      // Chromium 156 holds what was painted in an entry of its own.
      const painted = (entry.largestContentfulPaint ?? entry) as Live;
      copyPlain(painted, PLAIN_FIELDS[type], record);
      record.element = selectorOf(painted.element as Node | null);
      break;
    }
    case 'largest-contentful-paint':
    case 'element':
      record.element = selectorOf(entry.element as Node | null);
      if (type === 'element') record.intersectionRect = rect(entry.intersectionRect);
      break;
    case 'layout-shift':
      record.sources = list(entry.sources).map((source) => ({
        node: selectorOf(source.node as Node | null),
        previousRect: rect(source.previousRect),
        currentRect: rect(source.currentRect),
      }));
      break;
    case 'longtask':
      record.attribution = list(entry.attribution).map((task) =>
        copyPlain(task, ['containerType', 'containerSrc', 'containerId', 'containerName'], {}),
      );
      break;
    case 'long-animation-frame':
      record.scripts = list(entry.scripts)
        .sort((a, b) => Number(b.duration) - Number(a.duration))
        .slice(0, MAX_SCRIPTS)
        .map((script) => copyPlain(script, SCRIPT_FIELDS, {}));
      break;
    case 'event':
    case 'first-input':
      record.target = selectorOf(entry.target as Node | null);
      break;
    case 'mark':
    case 'measure':
      record.detail = boundedDetail(entry.detail);
      break;
  }
  return record;
}

function copyPlain(from: { readonly [member: string]: unknown }, members: readonly string[], to: Fields): Fields {
  for (const member of members) {
    const value = from[member];
    if (typeof value === 'number' || typeof value === 'boolean') to[member] = value;
    else if (typeof value === 'string') to[member] = URL_FIELDS.has(member) ? boundedUrl(value) : boundedText(value);
  }
  return to;
}

function list(value: unknown): { readonly [member: string]: unknown }[] {
  return value ? Array.from(value as Iterable<{ readonly [member: string]: unknown }>) : [];
}

function rect(value: unknown): Json {
  const { x = 0, y = 0, width = 0, height = 0 } = (value ?? {}) as Partial<DOMRectReadOnly>;
  return [x, y, width, height];
}

/** A mark's or measure's `detail` as JSON, as long as it is small; null otherwise, or when it cannot be JSON. */
function boundedDetail(detail: unknown): Json {
  if (detail === null || detail === undefined) return null;
  try {
    const text = JSON.stringify(detail);
    return text.length <= MAX_DETAIL_CHARACTERS ? (JSON.parse(text) as Json) : null;
  } catch {
    return null;
  }
}
