import type { HarRequest } from '../../model/har-request.ts';
import type { RedirectHop, ResourcePhases, ResourceRecord } from '../../model/resources.ts';
import { type Size, UNKNOWN_SIZE } from '../../model/size.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import { isOnWire } from '../url.ts';
import { cacheLifetimeOf } from './cache-lifetime.ts';
import type { EntityOf, PartyOf } from './party.ts';
import { resourceTypeOf } from './resource-type.ts';
import { parseServerTiming } from './server-timing-header.ts';
import { sourcesOf } from './value-sources.ts';

/** The page whose requests the network log told of. */
export interface LoggedPage {
  readonly timeOrigin: EpochMilliseconds;
  readonly partyOf: PartyOf;
  readonly entityOf: EntityOf;
}

/** The record of a request that only the network log saw. `hops` led to it; they are on record too. */
export function harRecordOf(request: HarRequest, hops: readonly HarRequest[], page: LoggedPage): ResourceRecord {
  const { url, mimeType } = request;
  const initiatorType = initiatorTypeOf(request);
  const values = {
    status: request.status,
    protocol: request.protocol,
    mimeType,
    contentEncoding: request.headers['content-encoding']?.toLowerCase() ?? null,
    delivery: harDelivery(request),
    phases: harPhases(request),
  };
  return {
    url,
    frame: null,
    seenBy: 'har',
    sources: sourcesOf('har', values),
    method: request.method,
    resourceType: resourceTypeOf({ url, initiatorType, mimeType }),
    initiatorType,
    initiator: request.initiator,
    startTime: Math.max(0, request.startedAt - page.timeOrigin),
    duration: request.time,
    ...values,
    failure: request.error === null ? null : { aborted: request.error === ABORTED, text: request.error },
    priority: request.priority,
    renderBlockingStatus: null,
    cache: request.fromCache,
    cacheLifetime: request.status === null ? null : cacheLifetimeOf(request.headers, request.startedAt + request.time),
    connectionId: request.connectionId,
    connectionReused: request.connectionId === null ? null : request.timings.connect <= 0,
    party: page.partyOf(url),
    entity: page.entityOf(url),
    opaque: false,
    ...harSizes(request),
    serverTiming: parseServerTiming(request.headers['server-timing']),
    responseHeaders: request.status === null ? null : request.headers,
    redirects: hops.map(hopOf),
    redirectedTo: request.redirectedTo,
    ...request.told,
  };
}

/** Chromium's name for what the page or the user gave up. */
const ABORTED = 'net::ERR_ABORTED';

function hopOf({ url, status, time }: HarRequest): RedirectHop {
  return { url, status: status ?? 0, duration: time };
}

function harDelivery({ url, fromCache, fromServiceWorker, status }: HarRequest): ResourceRecord['delivery'] {
  if (fromCache !== null || !isOnWire(url)) return 'cache';
  if (fromServiceWorker) return 'service-worker';
  if (status === null) return 'unknown';
  return status === 304 ? 'revalidated' : 'network';
}

/** As phasesOf has them: TLS is not counted in connect. */
function harPhases({ timings, status }: HarRequest): ResourcePhases {
  const { blocked, dns, connect, ssl, send, wait, receive } = timings;
  const told = (ms: number) => (status !== null && ms > 0 ? ms : null);
  return {
    redirect: null,
    queued: told(blocked),
    dns: told(dns),
    connect: told(connect - Math.max(0, ssl)),
    tls: told(ssl),
    request: told(send),
    wait: told(wait),
    earlyHints: null,
    download: told(receive),
  };
}

type Sizes = Pick<ResourceRecord, 'transferSize' | 'encodedBodySize' | 'decodedBodySize'>;

/**
 * Sizes as the network log has them. What did not travel transferred 0. The transfer is unknown of what has not ended, of what
 * has no answer in the log (a worker's script), and of a preflight, for which Chromium counts nothing. HAR's body size holds the
 * framing of chunks and is 0 from a cache, so the length that the server told comes first.
 */
function harSizes({ url, transferSize, bodySize, contentSize, finished, resourceType, ...request }: HarRequest): Sizes {
  const isUnanswered = request.status === null && request.error === null;
  const isHidden = !finished || isUnanswered || resourceType === 'preflight';
  const wire = !isOnWire(url) || request.fromCache !== null ? 0 : isHidden ? null : transferSize;
  const { 'content-length': length, 'content-encoding': encoding } = request.headers;
  const told = length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null;
  const isPlain = encoding === undefined || encoding === 'identity';
  const travelled = request.fromCache === null && request.status !== 304 && bodySize !== null ? bodySize : null;
  return {
    transferSize: harSize(wire),
    encodedBodySize: harSize(isPlain ? contentSize : (told ?? travelled)),
    decodedBodySize: harSize(contentSize),
  };
}

function harSize(value: number | null): Size {
  return value === null ? UNKNOWN_SIZE : { value, source: 'har' };
}

/** What Resource Timing would say of DevTools' class of a request. */
function initiatorTypeOf({ resourceType, redirectedFrom, initiator }: HarRequest): string {
  if (resourceType === 'document')
    return initiator?.type === 'parser' || initiator?.type === 'script' ? 'iframe' : 'navigation';
  return INITIATOR_TYPES[resourceType] ?? (resourceType || (redirectedFrom === null ? 'other' : 'redirect'));
}

const INITIATOR_TYPES: Readonly<Record<string, string>> = {
  stylesheet: 'link',
  image: 'img',
  font: 'css',
  xhr: 'xmlhttprequest',
  media: 'video',
  texttrack: 'track',
  'csp-violation-report': 'other',
};
