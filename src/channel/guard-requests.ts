import { type HarRequest, KEPT_HEADERS } from '../model/har-request.ts';
import { MAX_STRING } from './limits.ts';

type Check = (value: unknown) => boolean;
type Members = Readonly<Record<string, unknown>>;

/**
 * Narrows the text of a batch of requests: known members alone, each of its type. Null when any of it is anything else, since the
 * sender is a page of ours.
 */
export function parseRequests(text: string, count: number): readonly HarRequest[] | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  return Array.isArray(list) && list.length === count && list.every(isRequest) ? list : null;
}

const isText: Check = (value) => typeof value === 'string' && value.length <= MAX_STRING;
const isNumber: Check = (value) => Number.isFinite(value);
const isNatural: Check = (value) => Number.isFinite(value) && Number(value) >= 0;
const isBoolean: Check = (value) => typeof value === 'boolean';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const TIMINGS = shape({
  blocked: isNumber,
  dns: isNumber,
  connect: isNumber,
  ssl: isNumber,
  send: isNumber,
  wait: isNumber,
  receive: isNumber,
});

const REQUEST = shape({
  id: isText,
  url: isText,
  method: isText,
  resourceType: isText,
  startedAt: isNumber,
  time: isNatural,
  timings: TIMINGS,
  finished: isBoolean,
  status: orNull(isNatural),
  error: orNull(isText),
  protocol: orNull(isText),
  mimeType: orNull(isText),
  transferSize: orNull(isNatural),
  bodySize: orNull(isNatural),
  contentSize: orNull(isNatural),
  fromCache: orNull((value) => value === 'memory' || value === 'disk'),
  fromServiceWorker: isBoolean,
  priority: orNull(isText),
  connectionId: orNull(isText),
  initiator: orNull(shape({ type: isText, url: orNull(isText), line: orNull(isNatural) })),
  redirectedTo: orNull(isText),
  redirectedFrom: orNull(isText),
  headers: isHeaders,
});

function isRequest(value: unknown): value is HarRequest {
  return REQUEST(value);
}

function isHeaders(value: unknown): boolean {
  return isMembers(value) && Object.entries(value).every(([name, text]) => KEPT_HEADERS.includes(name) && isText(text));
}

function shape(checks: Readonly<Record<string, Check>>): Check {
  const members = Object.entries(checks);
  return (value) =>
    isMembers(value) &&
    Object.keys(value).length === members.length &&
    members.every(([name, check]) => Object.hasOwn(value, name) && check(value[name]));
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
