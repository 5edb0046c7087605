import type { RequestSource, ResourceRecord } from '../../model/resources.ts';
import type { Size } from '../../model/size.ts';
import { resourceTypeOf } from './resource-type.ts';
import { internSources } from './value-sources.ts';

/**
 * One record of what both sources saw. The network log tells the wire as it was: status, bytes, delivery, and all that Resource
 * Timing hides or does not know. Moments, phases, types and body sizes are Resource Timing's where it tells them: it has them finer.
 */
export function joinRecords(timed: ResourceRecord, logged: ResourceRecord): ResourceRecord {
  const own = <K extends 'protocol' | 'mimeType' | 'contentEncoding'>(name: K) => timed[name] ?? logged[name];
  const source = (isTimed: boolean, isLogged: boolean): RequestSource | 'unknown' =>
    isTimed ? 'resource-timing' : isLogged ? 'har' : 'unknown';
  const hasPhases = timed.sources.phases !== 'unknown';
  // Chromium's log can be told before the headers of the wire are: then it has the status that the cache holds.
  const isRevalidated = timed.delivery === 'revalidated' && logged.delivery === 'network' && logged.status === 200;
  const status = isRevalidated ? 304 : (logged.status ?? timed.status);
  const isTimedDelivery = isRevalidated || logged.delivery === 'unknown';
  const delivery = isTimedDelivery ? timed.delivery : logged.delivery;
  return {
    ...timed,
    // Resource Timing names what was asked for, the log what answered in the end.
    url: logged.url,
    seenBy: 'both',
    sources: internSources({
      times: 'resource-timing',
      phases: source(hasPhases, logged.sources.phases !== 'unknown'),
      status: source(isRevalidated || (logged.status === null && timed.status !== null), logged.status !== null),
      protocol: source(timed.protocol !== null, logged.protocol !== null),
      mimeType: source(timed.mimeType !== null, logged.mimeType !== null),
      contentEncoding: source(timed.contentEncoding !== null, logged.contentEncoding !== null),
      delivery: source(isTimedDelivery && delivery !== 'unknown', delivery !== 'unknown'),
    }),
    method: logged.method,
    resourceType: typeOf(timed, logged),
    initiator: logged.initiator,
    status,
    failure: logged.failure,
    protocol: own('protocol'),
    mimeType: own('mimeType'),
    contentEncoding: own('contentEncoding'),
    priority: logged.priority,
    delivery,
    cache: logged.cache,
    cacheLifetime: logged.cacheLifetime,
    connectionId: logged.connectionId,
    connectionReused: timed.connectionReused ?? logged.connectionReused,
    party: logged.party,
    entity: logged.entity,
    // A request across origins that failed looks hidden; the log knows better.
    opaque: timed.opaque && logged.failure === null,
    phases: hasPhases ? timed.phases : logged.phases,
    transferSize: known(logged.transferSize, timed.transferSize),
    encodedBodySize: known(timed.encodedBodySize, logged.encodedBodySize),
    decodedBodySize: known(timed.decodedBodySize, logged.decodedBodySize),
    serverTiming: timed.serverTiming.length > 0 ? timed.serverTiming : logged.serverTiming,
    responseHeaders: logged.responseHeaders,
    redirects: logged.redirects,
    redirectedTo: logged.redirectedTo,
  };
}

/** The log knows the MIME type also where the browser hides it from the page. */
function typeOf(timed: ResourceRecord, { url, mimeType }: ResourceRecord): ResourceRecord['resourceType'] {
  const { initiatorType, renderBlockingStatus } = timed;
  if (timed.mimeType !== null || mimeType === null) return timed.resourceType;
  return resourceTypeOf({ url, initiatorType, mimeType, renderBlockingStatus });
}

function known(first: Size, second: Size): Size {
  return first.value === null ? second : first;
}
