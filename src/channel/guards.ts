import { VIEW_KINDS, VITAL_NAMES, type ViewRecord, type VitalRecord } from '../model/metrics.ts';
import type { SelfCost } from '../model/page-load.ts';
import type { DevtoolsMessage, HarMessage } from './devtools-messages.ts';
import { isMarks, parseCacheRequest } from './guard-cache.ts';
import { isJson } from './guard-json.ts';
import { parseOutlineRequest } from './guard-outline.ts';
import { MAX_CHUNK_BYTES, MAX_KINDS_CHARACTERS, MAX_REQUEST_BATCH_BYTES, MAX_STRING } from './limits.ts';
import type { ChunkMessage, CollectorMessage, FinMessage, HelloMessage, StatusMessage } from './messages.ts';
import type { OutboxRecord } from './outbox.ts';
import type { PanelMessage, StoreQuery } from './panel-messages.ts';

/** A `crypto.randomUUID()`. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAX_ENTRY_TYPES = 50;
/** Depth of an attribution: its members, and one record below. */
const ATTRIBUTION_DEPTH = 2;

type Unknown = { readonly [key: string]: unknown };

/** Narrows what a collector posted; null for anything that is not a well-formed message of this version. */
export function parseCollectorMessage(value: unknown): CollectorMessage | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'hello':
      return parseHello(value);
    case 'chunk':
      return parseChunk(value);
    case 'view':
      return mapped(parseView(value.view), (view) => ({ type: 'view', view }));
    case 'vital':
      return mapped(parseVital(value.vital), (vital) => ({ type: 'vital', vital }));
    case 'status':
      return parseStatus(value);
    case 'fin':
      return parseFin(value);
    default:
      return null;
  }
}

/** Narrows what a page of ours posted. */
export function parsePanelMessage(value: unknown): PanelMessage | null {
  if (!isRecord(value)) return null;
  if (value.type === 'watch' && isCount(value.tabId)) return { type: 'watch', tabId: value.tabId };
  if (value.type === 'census' && isCount(value.tabId)) return { type: 'census', tabId: value.tabId };
  if (value.type === 'ping') return { type: 'ping' };
  if (value.type === 'cache') return parseCacheRequest(value);
  if (value.type === 'hold') return isMarks(value.marks) ? { type: 'hold', marks: value.marks } : null;
  if (value.type === 'outline') return parseOutlineRequest(value);
  if (value.type === 'loss-read') return { type: 'loss-read' };
  if (value.type === 'read' && isCount(value.id)) {
    const { id } = value;
    return mapped(parseQuery(value.query), (query) => ({ type: 'read', id, query }));
  }
  if (value.type === 'forget' && isOrigin(value.origin)) return { type: 'forget', origin: value.origin };
  return null;
}

function parseQuery(value: unknown): StoreQuery | null {
  if (!isRecord(value)) return null;
  const { what, sessionId, pageLoadId, fromChunk, skip, origin } = value;
  if (what === 'page-loads' && isText(sessionId)) return { what, sessionId };
  if (what === 'page-load' && isUuid(pageLoadId)) return { what, pageLoadId };
  if (what === 'entries' && isUuid(pageLoadId) && isCount(fromChunk) && isCount(skip))
    return { what, pageLoadId, fromChunk, skip };
  if (what === 'count' && isOrigin(origin)) return { what, origin };
  return null;
}

/** Narrows what the DevTools page posted. */
export function parseDevtoolsMessage(value: unknown): DevtoolsMessage | null {
  if (!isRecord(value)) return null;
  if (value.type === 'inspect' && isCount(value.tabId)) return { type: 'inspect', tabId: value.tabId };
  return value.type === 'har' ? parseHar(value) : null;
}

function parseHar({ logId, n, page, count, dropped, requests }: Unknown): HarMessage | null {
  if (!isUuid(logId) || !isCount(n) || !isCount(count) || !isCount(dropped)) return null;
  if (typeof requests !== 'string' || requests.length > MAX_REQUEST_BATCH_BYTES) return null;
  if (page === null) return { type: 'har', logId, n, page, count, dropped, requests };
  if (!isRecord(page) || !isText(page.url) || !isFiniteNumber(page.startedAt)) return null;
  const { url, startedAt } = page;
  return { type: 'har', logId, n, page: { url, startedAt }, count, dropped, requests };
}

/** Narrows an outbox record; null when any part of it is malformed. */
export function parseOutbox(value: unknown): OutboxRecord | null {
  if (!isRecord(value) || !isText(value.nonce) || !Array.isArray(value.chunks) || !Array.isArray(value.vitals))
    return null;
  const chunks = value.chunks.map((chunk: unknown) => (isRecord(chunk) ? parseChunk(chunk) : null));
  const vitals = value.vitals.map(parseVital);
  const fin = isRecord(value.fin) ? parseFin(value.fin) : null;
  if (!fin || !chunks.every((chunk) => chunk !== null) || !vitals.every((vital) => vital !== null)) return null;
  return { nonce: value.nonce, chunks, vitals, fin };
}

function parseHello(value: Unknown): HelloMessage | null {
  const { v, pageLoadId, timeOrigin, title, supportedEntryTypes, made, base, baseChunk, epoch, droppedByBrowser } =
    value;
  if (!isCount(v) || !isUuid(pageLoadId) || !isFiniteNumber(timeOrigin) || !isText(title)) return null;
  if (!isCount(made) || !isCount(base) || !isCount(baseChunk) || !isCountOrNull(droppedByBrowser)) return null;
  if (base > made || (epoch !== null && !isUuid(epoch))) return null;
  if (!Array.isArray(supportedEntryTypes) || supportedEntryTypes.length > MAX_ENTRY_TYPES) return null;
  if (!supportedEntryTypes.every(isText)) return null;
  const numbers = { made, base, baseChunk, droppedByBrowser };
  return { type: 'hello', v, pageLoadId, timeOrigin, title, supportedEntryTypes, epoch, ...numbers };
}

function parseChunk(value: Unknown): ChunkMessage | null {
  const { n, from, count, dropped, entries, kinds } = value;
  if (!isCount(n) || !isCount(from) || !isCount(count) || !isCount(dropped) || dropped > count) return null;
  if (typeof entries !== 'string' || entries.length > MAX_CHUNK_BYTES) return null;
  if (typeof kinds !== 'string' || kinds.length > MAX_KINDS_CHARACTERS) return null;
  return { type: 'chunk', n, from, count, dropped, entries, kinds };
}

function parseView(value: unknown): ViewRecord | null {
  if (!isRecord(value)) return null;
  const { viewId, kind, url, startTime } = value;
  const known = VIEW_KINDS.find((name) => name === kind);
  if (!known || !isText(viewId) || !isText(url) || !isFiniteNumber(startTime)) return null;
  return { viewId, kind: known, url, startTime };
}

function parseVital(value: unknown): VitalRecord | null {
  if (!isRecord(value)) return null;
  const { viewId, id, value: reading, navigationType, revision, final, attribution } = value;
  const name = VITAL_NAMES.find((known) => known === value.name);
  if (!name || !isText(viewId) || !isText(id) || !isText(navigationType)) return null;
  if (!isFiniteNumber(reading) || reading < 0 || !isCount(revision) || typeof final !== 'boolean') return null;
  if (!isRecord(attribution) || !isJson(attribution, ATTRIBUTION_DEPTH)) return null;
  return { name, viewId, id, value: reading, navigationType, revision, final, attribution };
}

function parseStatus({ title, selfCost, droppedByBrowser }: Unknown): StatusMessage | null {
  const cost = parseSelfCost(selfCost);
  if (!cost || !isText(title) || !isCountOrNull(droppedByBrowser)) return null;
  return { type: 'status', title, selfCost: cost, droppedByBrowser };
}

function parseSelfCost(value: unknown): SelfCost | null {
  if (!isRecord(value)) return null;
  const { mainThreadMs, bytesSent, backOff } = value;
  if (!isFiniteNumber(mainThreadMs) || !isCount(bytesSent)) return null;
  return backOff === 0 || backOff === 1 || backOff === 2 ? { mainThreadMs, bytesSent, backOff } : null;
}

function parseFin(value: Unknown): FinMessage | null {
  return isCount(value.made) && isCount(value.exitDropped)
    ? { type: 'fin', made: value.made, exitDropped: value.exitDropped }
    : null;
}

function mapped<T, R>(value: T | null, map: (value: T) => R | null): R | null {
  return value === null ? null : map(value);
}

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_STRING;
}

/** An origin of a page that can be recorded. */
function isOrigin(value: unknown): value is string {
  return isText(value) && /^https?:\/\/[^/?#@\s]+$/.test(value);
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCountOrNull(value: unknown): value is number | null {
  return value === null || isCount(value);
}
