import type { NavigationEntry, ResourceEntry } from '../../model/entries.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { deliveryOf } from './delivery.ts';
import { isOpaque } from './opaque.ts';
import type { EntityOf, PartyOf } from './party.ts';
import { phasesOf } from './phases.ts';
import { resourceTypeOf } from './resource-type.ts';
import { sizesOf } from './sizes.ts';
import { sourcesOf } from './value-sources.ts';

/** What a record needs to know of the page it belongs to. */
export interface PageIdentity {
  readonly origin: string;
  readonly partyOf: PartyOf;
  readonly entityOf: EntityOf;
  /** For a document in a frame of the page: its URL, and how long after the page's its time origin is. */
  readonly frame?: { readonly url: string; readonly offset: Milliseconds };
}

/** The record of one request, from its Resource Timing or (the document) Navigation Timing entry. */
export function resourceRecordOf(entry: ResourceEntry | NavigationEntry, page: PageIdentity): ResourceRecord {
  const initiatorType = entry.entryType === 'navigation' ? 'navigation' : entry.initiatorType;
  const mimeType = entry.contentType ? bareMimeType(entry.contentType) : null;
  const renderBlockingStatus = entry.renderBlockingStatus || null;
  const values = {
    // 0 is the platform's "not told": hidden by the lack of CORS, or a failure of the network, which has no status.
    status: entry.responseStatus || null,
    protocol: entry.nextHopProtocol || null,
    mimeType,
    contentEncoding: entry.contentEncoding || null,
    delivery: deliveryOf(entry, page.origin),
    phases: phasesOf(entry),
  };
  return {
    url: entry.name,
    frame: page.frame?.url ?? null,
    seenBy: 'resource-timing',
    sources: sourcesOf('resource-timing', values),
    method: null,
    resourceType: resourceTypeOf({ url: entry.name, initiatorType, mimeType, renderBlockingStatus }),
    initiatorType,
    initiator: null,
    startTime: entry.startTime + (page.frame?.offset ?? 0),
    // The navigation entry's own duration ends with the load event, not with the response.
    duration: Math.max(0, entry.entryType === 'navigation' ? entry.responseEnd - entry.startTime : entry.duration),
    ...values,
    failure: null,
    priority: null,
    renderBlockingStatus,
    cache: null,
    cacheLifetime: null,
    connectionId: null,
    connectionReused: values.delivery === 'network' ? isReused(entry) : null,
    party: page.partyOf(entry.name),
    entity: page.entityOf(entry.name),
    opaque: isOpaque(entry, page.origin),
    ...sizesOf(entry, page.origin),
    serverTiming: entry.serverTiming ?? [],
    responseHeaders: null,
    redirects: null,
    redirectedTo: null,
  };
}

/** No time passed from looking up the host to being connected, as the platform reports a connection that was there. */
function isReused({ connectStart, connectEnd, domainLookupStart, requestStart }: ResourceEntry | NavigationEntry) {
  return requestStart <= 0 ? null : connectEnd === connectStart && connectStart === domainLookupStart;
}

function bareMimeType(contentType: string): string {
  const [mimeType = ''] = contentType.split(';');
  return mimeType.trim().toLowerCase();
}
