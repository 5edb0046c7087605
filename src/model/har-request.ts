import type { RequestInitiator, ResourceRecord } from './resources.ts';
import type { Bytes, EpochMilliseconds, Milliseconds } from './units.ts';

/** Times of a request as HAR has them; -1 where a part did not occur (http://www.softwareishard.com/blog/har-12-spec/#timings). */
export interface HarTimings {
  readonly blocked: Milliseconds;
  readonly dns: Milliseconds;
  /** With `ssl` in it. */
  readonly connect: Milliseconds;
  readonly ssl: Milliseconds;
  readonly send: Milliseconds;
  readonly wait: Milliseconds;
  readonly receive: Milliseconds;
}

/** Response headers that rules need; no other is ever stored. */
export const KEPT_HEADERS: readonly string[] = [
  'accept-ranges',
  'age',
  'alt-svc',
  'cache-control',
  'cf-cache-status',
  'content-encoding',
  'content-length',
  'content-type',
  'etag',
  'expires',
  'last-modified',
  'link',
  'location',
  'server-timing',
  'timing-allow-origin',
  'vary',
  'x-cache',
];

/**
 * One request as the network log of DevTools saw it, reduced to what analysis reads: no bodies, no cookies, no request headers.
 * Null: not told.
 */
export interface HarRequest {
  /** Unique within its page load; one that comes again with an id takes the place of the earlier. */
  readonly id: string;
  /** Bounded, without credentials and fragment, as the URLs of entries are. */
  readonly url: string;
  readonly method: string;
  /** DevTools' class: `document`, `stylesheet`, `script`, `image`, `font`, `fetch`, `xhr`, `preflight` ...; empty where not told. */
  readonly resourceType: string;
  readonly startedAt: EpochMilliseconds;
  readonly time: Milliseconds;
  readonly timings: HarTimings;
  /** False: its body was still coming, or was never read, when it was noted. */
  readonly finished: boolean;
  readonly status: number | null;
  readonly error: string | null;
  readonly protocol: string | null;
  readonly mimeType: string | null;
  /** Everything that came over the wire, headers included. */
  readonly transferSize: Bytes | null;
  /** What of that was the body. */
  readonly bodySize: Bytes | null;
  readonly contentSize: Bytes | null;
  readonly fromCache: 'memory' | 'disk' | null;
  readonly fromServiceWorker: boolean;
  readonly priority: string | null;
  readonly connectionId: string | null;
  readonly initiator: RequestInitiator | null;
  /** Where this answer sent the browser, absolute. */
  readonly redirectedTo: string | null;
  /** Id of the request whose answer led here. */
  readonly redirectedFrom: string | null;
  /** Of KEPT_HEADERS those that came, by name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values of the record that is made of it, from a HAR file that holds them; DevTools tell none. */
  readonly told?: Partial<ResourceRecord>;
}

/** Requests that were noted together, as stored; a replay has the same key and is the same write. */
export interface RequestBatch {
  readonly pageLoadId: string;
  /** The life of the DevTools page that noted them. */
  readonly logId: string;
  readonly n: number;
  /** JSON text of a `HarRequest[]`. */
  readonly requests: string;
}

/** What is stored of the network log for one page load. */
export interface NetworkLog {
  readonly requests: number;
  /** Left out by our cap. */
  readonly dropped: number;
}
