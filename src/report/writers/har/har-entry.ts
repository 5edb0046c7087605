import type { RequestInitiator, ResourceRecord } from '../../../model/resources.ts';
import type { Size } from '../../../model/size.ts';
import type { EpochMilliseconds } from '../../../model/units.ts';
import { isoMoment } from '../moments.ts';
import { harTimings, timeOf } from './har-timings.ts';
import { queryString } from './query-string.ts';

/** The initiators whose requests can have another method than GET, which Resource Timing does not tell. */
const MAY_POST: ReadonlySet<string> = new Set(['fetch', 'xmlhttprequest', 'beacon', 'navigation']);

/**
 * One request as an entry of a HAR. Sizes that nobody told are -1, as HAR has it; an unknown status is 0. Members that begin with
 * an underscore are those of Chrome's DevTools (`_priority`, `_initiator` ...) and sitespeed.io (`_renderBlocking`, `_isLCP`).
 */
export function harEntry(
  resource: ResourceRecord,
  timeOrigin: EpochMilliseconds,
  pageref: string,
  lcpUrl: string | null,
) {
  const timings = harTimings(resource);
  return {
    pageref,
    startedDateTime: isoMoment(timeOrigin + resource.startTime),
    time: timeOf(timings),
    request: harRequest(resource),
    response: harResponse(resource),
    cache: {},
    timings,
    ...defined({
      connection: resource.connectionId,
      _resourceType: resource.resourceType,
      _initiatorType: resource.initiatorType,
      _initiator: resource.initiator && harInitiator(resource.initiator),
      _priority: resource.priority,
      _fromCache: resource.delivery === 'cache' ? (resource.cache ?? 'disk') : null,
      _renderBlocking: resource.renderBlockingStatus,
      _isLCP: lcpUrl === resource.url ? true : null,
      _party: resource.party,
      _entity: resource.entity,
      _seenBy: resource.seenBy,
      _delivery: resource.delivery,
      _contentEncoding: resource.contentEncoding,
      _frame: resource.frame,
      _opaque: resource.opaque ? true : null,
      _redirectTime: resource.phases.redirect,
    }),
  };
}

/** Chromium counts lines from 0. */
function harInitiator({ type, url, line }: RequestInitiator) {
  return { type, ...defined({ url, lineNumber: line === null ? null : line - 1 }) };
}

function harRequest({ method, url, protocol, initiatorType }: ResourceRecord) {
  const known = method !== null || !MAY_POST.has(initiatorType);
  return {
    method: method ?? 'GET',
    url,
    httpVersion: protocol ?? '',
    cookies: [],
    headers: [],
    queryString: queryString(url),
    headersSize: -1,
    bodySize: -1,
    ...(known ? {} : { comment: 'The method is not known.' }),
  };
}

function harResponse(resource: ResourceRecord) {
  const { status, protocol, mimeType, responseHeaders, redirectedTo, failure, delivery } = resource;
  const encoded = bytes(resource.encodedBodySize);
  const decoded = bytes(resource.decodedBodySize);
  return {
    status: status ?? 0,
    statusText: '',
    httpVersion: protocol ?? '',
    cookies: [],
    headers: Object.entries(responseHeaders ?? {}).map(([name, value]) => ({ name, value })),
    content: {
      size: decoded,
      mimeType: mimeType ?? '',
      ...(decoded >= 0 && encoded >= 0 && decoded > encoded ? { compression: decoded - encoded } : {}),
    },
    redirectURL: redirectedTo ?? '',
    headersSize: -1,
    bodySize: encoded,
    _transferSize: bytes(resource.transferSize),
    ...defined({
      _error: failure && (failure.text ?? (failure.aborted ? 'aborted' : 'failed')),
      _fetchedViaServiceWorker: delivery === 'service-worker' ? true : null,
    }),
    ...(status === null ? { comment: 'The status is not known.' } : {}),
  };
}

/** HAR wants whole bytes. */
function bytes({ value }: Size): number {
  return value === null ? -1 : Math.round(value);
}

/** The members that are not null: in HAR what is not known is left out. */
function defined<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)) as Partial<T>;
}
