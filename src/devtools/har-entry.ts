import { boundedText, boundedUrl } from '../channel/clean-text.ts';
import { type HarRequest, type HarTimings, KEPT_HEADERS } from '../model/har-request.ts';
import type { RequestInitiator } from '../model/resources.ts';

/** What the log adds to a request: who it is, and what it followed. */
export type HarIdentity = Pick<HarRequest, 'id' | 'redirectedFrom' | 'finished'>;

/** A HAR entry of any browser, read member by member: members with an underscore are Chromium's. */
type Members = { readonly [member: string]: unknown };

/** A header's value is bounded: none that rules read is longer. */
const MAX_HEADER = 512;
const KEPT: ReadonlySet<string> = new Set(KEPT_HEADERS);

/**
 * Reduces a HAR entry to what may be stored. Null for what is no request of a page: an extension's own, or an entry without URL or
 * moment. HAR: http://www.softwareishard.com/blog/har-12-spec/; Chromium's members:
 * https://source.chromium.org/chromium/chromium/src/+/main:third_party/devtools-frontend/src/front_end/models/har/Log.ts
 */
export function harRequestOf(entry: unknown, identity: HarIdentity): HarRequest | null {
  const { request, response, ...members } = asMembers(entry);
  const { url: address, method } = asMembers(request);
  const answer = asMembers(response);
  const startedAt = Date.parse(String(members.startedDateTime));
  if (typeof address !== 'string' || /^(?:chrome|moz|safari-web)-extension:/.test(address)) return null;
  if (!Number.isFinite(startedAt)) return null;
  const headers = keptHeaders(answer.headers);
  const { location, link } = headers;
  const status = positive(answer.status);
  const { size, mimeType } = asMembers(answer.content);
  return {
    ...identity,
    url: boundedUrl(address),
    method: word(method) ?? 'GET',
    resourceType: word(members._resourceType) ?? '',
    startedAt,
    time: Math.max(0, number(members.time) ?? 0),
    timings: timingsOf(members.timings),
    status,
    error: word(answer._error),
    protocol: protocolOf(answer.httpVersion),
    mimeType: mimeType === 'x-unknown' ? null : word(mimeType),
    ...sizesOf(answer, natural(size), headers['content-encoding']),
    fromCache: members._fromCache === 'memory' || members._fromCache === 'disk' ? members._fromCache : null,
    fromServiceWorker: answer._fetchedViaServiceWorker === true,
    priority: word(members._priority),
    connectionId: word(members._connectionId),
    initiator: initiatorOf(members._initiator),
    redirectedTo: status !== null && status >= 300 && status < 400 ? absolute(answer.redirectURL, address) : null,
    headers: {
      ...headers,
      ...(location === undefined ? {} : { location: absolute(location, address) ?? '' }),
      ...(link === undefined ? {} : { link: link.slice(0, MAX_HEADER) }),
    },
  };
}

type Sizes = Pick<HarRequest, 'transferSize' | 'bodySize' | 'contentSize'>;

function sizesOf(answer: Members, contentSize: number | null, encoding: string | undefined): Sizes {
  const bodySize = natural(answer.bodySize);
  const headersSize = natural(answer.headersSize);
  if (!('_transferSize' in answer)) return firefoxSizes({ bodySize, headersSize, contentSize }, encoding);
  const sum = bodySize !== null && headersSize !== null ? bodySize + headersSize : null;
  return { transferSize: natural(answer._transferSize) ?? sum, bodySize, contentSize };
}

/**
 * Firefox counts the headers in `bodySize`, and takes a compressed body's size for that of its content (both seen in 153). Without
 * headers the answer is that of a cache, whose `bodySize` is neither.
 */
function firefoxSizes(
  {
    bodySize,
    headersSize,
    contentSize,
  }: Pick<HarRequest, 'bodySize' | 'contentSize'> & {
    readonly headersSize: number | null;
  },
  encoding: string | undefined,
): Sizes {
  const isPlain = encoding === undefined || encoding === 'identity';
  const known = { contentSize: isPlain ? contentSize : null };
  if (bodySize === null || headersSize === null || headersSize === 0 || bodySize < headersSize) {
    return { transferSize: null, bodySize: null, ...known };
  }
  return { transferSize: bodySize, bodySize: bodySize - headersSize, ...known };
}

function timingsOf(value: unknown): HarTimings {
  const timings = asMembers(value);
  const part = (name: string) => Math.max(-1, number(timings[name]) ?? -1);
  return {
    blocked: part('blocked'),
    dns: part('dns'),
    connect: part('connect'),
    ssl: part('ssl'),
    send: part('send'),
    wait: part('wait'),
    receive: part('receive'),
  };
}

/** By the names that Resource Timing has for them (https://www.iana.org/assignments/tls-extensiontype-values/#alpn-protocol-ids). */
function protocolOf(value: unknown): string | null {
  const version = word(value)?.toLowerCase() ?? null;
  if (version === 'http/2.0' || version === 'http/2') return 'h2';
  return version === 'http/3.0' || version === 'http/3' ? 'h3' : version;
}

function initiatorOf(value: unknown): RequestInitiator | null {
  const { type, url, lineNumber, stack } = asMembers(value);
  const kind = word(type);
  if (kind === null) return null;
  // The document or style sheet tells its line counted from 0, as a call frame does.
  const frame = typeof url === 'string' ? { url, lineNumber } : innermostFrame(stack);
  const line = natural(frame?.lineNumber);
  const where = typeof frame?.url === 'string' && frame.url !== '' ? boundedUrl(frame.url) : null;
  return { type: kind, url: where, line: where === null || line === null ? null : line + 1 };
}

/** The first frame with a URL, looked for in what awaited it too. */
function innermostFrame(value: unknown, depth = 0): Members | null {
  const { callFrames, parent } = asMembers(value);
  const frames: readonly unknown[] = Array.isArray(callFrames) ? callFrames : [];
  const found = frames.map(asMembers).find(({ url }) => typeof url === 'string' && url !== '');
  if (found !== undefined) return found;
  return parent === undefined || depth > 4 ? null : innermostFrame(parent, depth + 1);
}

function keptHeaders(value: unknown): Readonly<Record<string, string>> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const kept: Record<string, string> = {};
  for (const { name, value: text } of list.map(asMembers)) {
    if (typeof name !== 'string' || typeof text !== 'string') continue;
    const known = name.toLowerCase();
    if (!KEPT.has(known)) continue;
    const before = kept[known];
    kept[known] = (before === undefined ? text : `${before}, ${text}`).slice(0, MAX_HEADER);
  }
  return kept;
}

function absolute(location: unknown, base: string): string | null {
  return typeof location === 'string' && location !== '' && URL.canParse(location, base)
    ? boundedUrl(new URL(location, base).href)
    : null;
}

function asMembers(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? boundedText(value) : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function natural(value: unknown): number | null {
  const known = number(value);
  return known !== null && known >= 0 ? known : null;
}

function positive(value: unknown): number | null {
  const known = natural(value);
  return known === 0 ? null : known;
}
