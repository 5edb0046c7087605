import { boundedUrl } from '../channel/clean-text.ts';
import { type HarRequest, KEPT_HEADERS } from '../model/har-request.ts';
import type { RequestInitiator } from '../model/resources.ts';
import { type HarWriter, harSizes } from './har-sizes.ts';
import { harTime, harTimings } from './har-timings.ts';
import { asMembers, type Members, natural, word } from './members.ts';
import { resolveUrl } from './resolve-url.ts';

/** What the log adds to a request: who it is, and what it followed. */
export type HarIdentity = Pick<HarRequest, 'id' | 'redirectedFrom' | 'finished'>;

/** A header's value is bounded: none that rules read is longer. */
const MAX_HEADER = 512;
const KEPT: ReadonlySet<string> = new Set(KEPT_HEADERS);

/**
 * Reduces a HAR entry to what may be stored. Null for what is no request of a page: an extension's own, or an entry without URL or
 * moment. Without a writer it is one of the two browsers, which their sizes tell apart.
 * HAR: http://www.softwareishard.com/blog/har-12-spec/; Chromium's members:
 * https://source.chromium.org/chromium/chromium/src/+/main:third_party/devtools-frontend/src/front_end/models/har/Log.ts;
 * those of WebPageTest, `_request_type` and the like: https://har.fyi/reference/
 */
export function harRequestOf(entry: unknown, identity: HarIdentity, writer?: HarWriter): HarRequest | null {
  const { request, response, ...members } = asMembers(entry);
  const { url: address, method } = asMembers(request);
  const answer = asMembers(response);
  const writtenBy = writer ?? ('_transferSize' in answer ? 'chromium' : 'firefox');
  const startedAt = Date.parse(String(members.startedDateTime));
  if (typeof address !== 'string' || /^(?:chrome|moz|safari-web)-extension:/.test(address)) return null;
  if (!Number.isFinite(startedAt)) return null;
  const headers = keptHeaders(answer.headers);
  const { location, link } = headers;
  const status = positive(answer.status);
  const { mimeType } = asMembers(answer.content);
  return {
    ...identity,
    url: boundedUrl(address),
    method: word(method) ?? 'GET',
    resourceType: word(members._resourceType) ?? word(members._request_type)?.toLowerCase() ?? '',
    startedAt,
    time: harTime(members),
    timings: harTimings(members),
    status,
    error: word(answer._error),
    protocol: protocolOf(answer.httpVersion),
    mimeType: mimeTypeOf(mimeType),
    ...harSizes(members, answer, headers['content-encoding'], writtenBy),
    fromCache: members._fromCache === 'memory' || members._fromCache === 'disk' ? members._fromCache : null,
    fromServiceWorker: answer._fetchedViaServiceWorker === true,
    priority: word(members._priority),
    // HAR's own `connection` may be a port, which many connections share: it is in what Chromium writes.
    connectionId: word(members._connectionId),
    initiator: initiatorOf(members._initiator, members._initiator_type),
    redirectedTo: status !== null && status >= 300 && status < 400 ? absolute(answer.redirectURL, address) : null,
    headers: {
      ...headers,
      ...(location === undefined ? {} : { location: absolute(location, address) ?? '' }),
      ...(link === undefined ? {} : { link: link.slice(0, MAX_HEADER) }),
    },
  };
}

/** Without parameters. Chromium has `x-unknown` for what it does not know. */
function mimeTypeOf(value: unknown): string | null {
  const type = word(value)?.replace(/;.*$/s, '').trim().toLowerCase() ?? '';
  return type === '' || type === 'x-unknown' ? null : type;
}

/** By the names that Resource Timing has for them (https://www.iana.org/assignments/tls-extensiontype-values/#alpn-protocol-ids). */
function protocolOf(value: unknown): string | null {
  const version = word(value)?.toLowerCase() ?? null;
  if (version === 'http/2.0' || version === 'http/2') return 'h2';
  return version === 'http/3.0' || version === 'http/3' ? 'h3' : version;
}

function initiatorOf(value: unknown, typeBeside: unknown): RequestInitiator | null {
  if (typeof value === 'string' && value !== '') {
    return { type: word(typeBeside) ?? 'other', url: boundedUrl(value), line: null };
  }
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
  const target = typeof location === 'string' && location !== '' ? resolveUrl(location, base) : null;
  return target === null ? null : boundedUrl(target);
}

function positive(value: unknown): number | null {
  const known = natural(value);
  return known === 0 ? null : known;
}
