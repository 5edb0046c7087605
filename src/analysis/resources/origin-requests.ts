import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';

/** What is known of the requests to one origin. */
export interface OriginRequests {
  readonly origin: string;
  readonly requests: number;
  /** Answered over the network by HTTP/1.0 or 1.1. */
  readonly http1: number;
  /** Ids of the connections that were used, where DevTools told; else empty. */
  readonly connections: ReadonlySet<string>;
  /** Requests that had to open a connection, as Resource Timing tells, and the time that all of them took for it. */
  readonly opened: number;
  readonly openedMs: Milliseconds;
  /** The first request. */
  readonly first: ResourceRecord;
}

/** Counts the requests of one origin. */
export interface OriginTally {
  add(resource: ResourceRecord): void;
  /** The counts so far, which go on growing: read them, don't keep them. */
  readonly counts: OriginRequests;
}

/** A tally of the origin of `first`, which is not counted yet. */
export function tallyOrigin(first: ResourceRecord): OriginTally {
  const connections = new Set<string>();
  const counts = { origin: originOf(first.url), requests: 0, http1: 0, connections, opened: 0, openedMs: 0, first };
  return {
    counts,
    add(resource) {
      const { delivery, protocol, connectionId, startTime } = resource;
      const opening = openingMs(resource);
      counts.requests += 1;
      if (delivery === 'network' && protocol?.startsWith('http/1')) counts.http1 += 1;
      if (connectionId !== null) connections.add(connectionId);
      if (opening > 0) counts.opened += 1;
      counts.openedMs += opening;
      if (startTime < counts.first.startTime) counts.first = resource;
    },
  };
}

/** What looking up the host, connecting and TLS took of a request; 0 when it went over an open connection, or nobody tells. */
export function openingMs({ phases: { dns, connect, tls } }: Pick<ResourceRecord, 'phases'>): Milliseconds {
  return connect === null && tls === null ? 0 : (dns ?? 0) + (connect ?? 0) + (tls ?? 0);
}

/** `scheme://host:port` of a URL on the wire, as browsers write it. */
export function originOf(url: string): string {
  const slash = url.indexOf('/', url.indexOf('//') + 2);
  return slash < 0 ? url : url.slice(0, slash);
}
