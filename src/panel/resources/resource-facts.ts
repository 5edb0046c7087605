import { type Observer, whyNeverTold } from '../../analysis/metrics/metric-support.ts';
import type { RequestSource, ResourceRecord } from '../../model/resources.ts';
import type { Size } from '../../model/size.ts';
import { formatMs, formatSize } from '../format.ts';
import { relativeUrl, requestName } from '../state/url-text.ts';

/** One line of the details of a request. */
export type Fact = readonly [label: string, value: string];

const SOURCES: Readonly<Record<RequestSource, string>> = {
  har: 'DevTools network log',
  'resource-timing': 'Resource Timing',
};

/** The three sizes, each with who told it. */
export function sizeFacts(resource: ResourceRecord): readonly Fact[] {
  const { transferSize, encodedBodySize, decodedBodySize } = resource;
  return [
    ['Transferred', withSource(transferSize, resource)],
    ['Body, encoded', withSource(encodedBodySize, resource)],
    ['Body, decoded', withSource(decodedBodySize, resource)],
  ];
}

/** What was asked, by whom, and what came back. */
export function requestFacts(resource: ResourceRecord, observer: Observer): readonly Fact[] {
  const { resourceType, mimeType, sources } = resource;
  const lack = whyNeverTold(observer) ?? 'unknown';
  return [
    ['Status', resource.failure === null ? told(resource.status, sources.status) : failureText(resource)],
    ['Type', mimeType ? `${resourceType} (${mimeType})` : resourceType],
    ['Method', resource.method ?? 'unknown'],
    ['Initiator', initiatorText(resource) ?? 'unknown'],
    ['Priority', resource.priority ?? lack],
    ['Protocol', told(resource.protocol, sources.protocol)],
    ['Encoding', told(resource.contentEncoding, sources.contentEncoding)],
    ['Render-blocking', resource.renderBlockingStatus ?? lack],
    ['Frame', resource.frame ?? 'the page itself'],
    ['Party', resource.entity === null ? `${resource.party} party` : `${resource.party} party (${resource.entity})`],
    ['Seen by', resource.seenBy === 'both' ? Object.values(SOURCES).join(' and ') : SOURCES[resource.seenBy]],
  ];
}

/** How it was delivered, how long it may be kept, and over which connection it came. */
export function deliveryFacts(resource: ResourceRecord): readonly Fact[] {
  const { delivery, cache, connectionId, connectionReused, redirects, redirectedTo } = resource;
  const reuse = connectionReused === null ? 'unknown' : connectionReused ? 'reused' : 'new';
  return [
    ['Delivered from', cache === null ? told(delivery, resource.sources.delivery) : `${cache} cache`],
    ['May be kept', lifetimeText(resource)],
    ['Connection', connectionId === null ? reuse : `${reuse} (${connectionId})`],
    ...(redirectedTo === null ? [] : [['Redirected to', relativeUrl(redirectedTo, '')] as const]),
    ...(redirects ?? []).map(
      ({ url, status, duration }): Fact => [`Redirect ${status}`, `${relativeUrl(url, '')} (${formatMs(duration)})`],
    ),
  ];
}

/** Whence it came: `network`, `disk cache`, `service-worker`. Null: not known. */
export function deliveryText({ delivery, cache }: ResourceRecord): string | null {
  if (cache !== null) return `${cache} cache`;
  return delivery === 'unknown' ? null : delivery;
}

/** The response headers that were kept, in the order of their names. Null: DevTools were not open. */
export function headerFacts({ responseHeaders }: ResourceRecord): readonly Fact[] | null {
  return responseHeaders && Object.entries(responseHeaders).sort(([a], [b]) => (a < b ? -1 : 1));
}

function withSource(size: Size, { seenBy }: ResourceRecord): string {
  if (size.value !== null) return `${formatSize(size)} (${SOURCES[size.source]})`;
  return seenBy === 'resource-timing' ? 'unknown: hidden from other origins without Timing-Allow-Origin' : 'unknown';
}

function told(value: string | number | null, source: RequestSource | 'unknown'): string {
  return value === null || source === 'unknown' ? 'unknown' : `${value} (${SOURCES[source]})`;
}

function failureText({ failure }: ResourceRecord): string {
  return `${failure?.aborted ? 'aborted' : 'failed'}${failure?.text ? ` (${failure.text})` : ''}`;
}

/** What asked for it, and where: `script: script, app.js:12`. Null: not known. */
export function initiatorText({ initiatorType, initiator }: ResourceRecord): string | null {
  if (initiator === null) return initiatorType || null;
  const where = initiator.url === null ? '' : `, ${requestName(initiator.url)}`;
  return `${initiatorType || initiator.type}: ${initiator.type}${where}${initiator.line === null ? '' : `:${initiator.line}`}`;
}

function lifetimeText({ cacheLifetime }: ResourceRecord): string {
  if (cacheLifetime === null) return 'unknown';
  if (!cacheLifetime.storable) return 'not at all (no-store)';
  if (cacheLifetime.freshFor === null) return 'as long as the browser guesses (no lifetime is said)';
  return cacheLifetime.freshFor === 0
    ? 'asked anew each time'
    : `${formatMs(cacheLifetime.freshFor)} (${cacheLifetime.source})`;
}
