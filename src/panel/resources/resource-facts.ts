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

/** The three sizes, each with who told it where not all that is known has one source. */
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
    ['Status', resource.failure === null ? told(resource, resource.status, sources.status) : failureText(resource)],
    ['Type', mimeType ? `${resourceType} (${mimeType})` : resourceType],
    ['Method', resource.method ?? 'unknown'],
    ['Initiator', initiatorText(resource) ?? 'unknown'],
    ['Priority', resource.priority ?? lack],
    ['Protocol', told(resource, resource.protocol, sources.protocol)],
    ['Encoding', told(resource, resource.contentEncoding, sources.contentEncoding)],
    ['Render-blocking', resource.renderBlockingStatus ?? lack],
    ['Frame', resource.frame ?? 'the page itself'],
    ['Party', resource.entity === null ? `${resource.party} party` : `${resource.party} party (${resource.entity})`],
    ['Seen by', seenByText(resource)],
  ];
}

/** How it was delivered, how long it may be kept, and over which connection it came. */
export function deliveryFacts(resource: ResourceRecord): readonly Fact[] {
  const { delivery, cache, connectionId, connectionReused, redirects, redirectedTo } = resource;
  const reuse = connectionReused === null ? 'unknown' : connectionReused ? 'reused' : 'new';
  return [
    ['Delivered from', cache === null ? told(resource, delivery, resource.sources.delivery) : `${cache} cache`],
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

function withSource(size: Size, resource: ResourceRecord): string {
  if (size.value !== null) return `${formatSize(size)}${sourceNote(resource, size.source)}`;
  return resource.seenBy === 'resource-timing'
    ? 'unknown: hidden from other origins without Timing-Allow-Origin'
    : 'unknown';
}

function told(resource: ResourceRecord, value: string | number | null, source: RequestSource | 'unknown'): string {
  return value === null || source === 'unknown' ? 'unknown' : `${value}${sourceNote(resource, source)}`;
}

/** Who told it, when another told something else of the request; of one source it is said once, where it was seen. */
function sourceNote(resource: ResourceRecord, source: RequestSource): string {
  return tellersOf(resource).size > 1 ? ` (${SOURCES[source]})` : '';
}

function seenByText(resource: ResourceRecord): string {
  if (resource.seenBy !== 'both') return SOURCES[resource.seenBy];
  const [teller, ...others] = tellersOf(resource);
  const both = Object.values(SOURCES).join(' and ');
  return teller && others.length === 0 ? `${both}; figures of the ${SOURCES[teller]}` : both;
}

/** Who told anything of what the details name a source for. */
function tellersOf({ sources, ...resource }: ResourceRecord): ReadonlySet<RequestSource> {
  const { transferSize, encodedBodySize, decodedBodySize, status, protocol, contentEncoding, cache } = resource;
  const tellers = new Set<RequestSource>();
  for (const size of [transferSize, encodedBodySize, decodedBodySize])
    if (size.value !== null) tellers.add(size.source);
  const others = [
    status !== null && sources.status,
    protocol !== null && sources.protocol,
    contentEncoding !== null && sources.contentEncoding,
    cache === null && sources.delivery,
  ];
  for (const source of others) if (source && source !== 'unknown') tellers.add(source);
  return tellers;
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
