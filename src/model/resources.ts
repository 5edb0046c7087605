import type { ServerTiming } from './entries.ts';
import type { Size, SizeTotal } from './size.ts';
import type { Milliseconds } from './units.ts';

/** Our class of a resource (Lighthouse's budget.json set), from its MIME type, initiator and file name. */
export const RESOURCE_TYPES = ['document', 'script', 'stylesheet', 'image', 'media', 'font', 'other'] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** First party: same registrable domain as the page, or on the budget's list. */
export type Party = 'first' | 'third';

/** The parts of a request's time in order, each in ms; null where the browser does not tell or the part did not occur. */
export interface ResourcePhases {
  readonly redirect: Milliseconds | null;
  readonly queued: Milliseconds | null;
  readonly dns: Milliseconds | null;
  readonly connect: Milliseconds | null;
  readonly tls: Milliseconds | null;
  /** Sending the request. Only HAR tells it apart; else it is part of `wait`. */
  readonly request: Milliseconds | null;
  /** From the request to the first byte of an answer (HAR's `wait`): what is called TTFB of a request. */
  readonly wait: Milliseconds | null;
  /** From a 103 Early Hints answer to the headers of the final one. */
  readonly earlyHints: Milliseconds | null;
  readonly download: Milliseconds | null;
}
export type PhaseName = keyof ResourcePhases;

/** How a response reached the page, as far as anybody says. */
export type Delivery = 'network' | 'cache' | 'revalidated' | 'service-worker' | 'unknown';

/** Who tells of requests: the page's own timeline, or the network log of DevTools. */
export type RequestSource = 'resource-timing' | 'har';

/** Values that both sources can tell. Where both do, HAR's is taken, except for the times, which Resource Timing has finer. */
export type SourcedValue = 'times' | 'phases' | 'status' | 'protocol' | 'mimeType' | 'contentEncoding' | 'delivery';

/** Why a request was made, as DevTools tell it. */
export interface RequestInitiator {
  /** `parser`, `script`, `preload`, `redirect`, `preflight`, `other` ... */
  readonly type: string;
  /** What caused it: the document or style sheet with the reference, or the innermost script that asked; null: not told. */
  readonly url: string | null;
  /** Line in that, counted from 1; null where not told. */
  readonly line: number | null;
}

/** One answer that sent the browser elsewhere. */
export interface RedirectHop {
  readonly url: string;
  readonly status: number;
  readonly duration: Milliseconds;
}

/** How long a response may be used without asking again (https://www.rfc-editor.org/rfc/rfc9111#section-4.2). */
export interface CacheLifetime {
  /** False for `no-store`: it is not kept at all. */
  readonly storable: boolean;
  /** Explicit lifetime less the age that the response came with. 0: to be asked anew each time; null: none is said, and browsers guess. */
  readonly freshFor: Milliseconds | null;
  /** The header that says so. */
  readonly source: 'cache-control' | 'expires' | 'none';
}

/** A request that got no answer, as far as the network log tells. */
export interface RequestFailure {
  /** The page or the user gave it up; false: the network, or a rule of the browser. */
  readonly aborted: boolean;
  /** The browser's name for it (`net::ERR_CONNECTION_REFUSED`); null: not told. */
  readonly text: string | null;
}

/**
 * One request of a page load, joined of what Resource Timing and HAR tell of it. Null: not known. HAR is there only for what was
 * requested while DevTools were open; members that only it can tell are null without it.
 */
export interface ResourceRecord {
  readonly url: string;
  /** URL of the document in a frame of the page that the request belongs to; null: the page's own. */
  readonly frame: string | null;
  /** Who saw the request. */
  readonly seenBy: RequestSource | 'both';
  /** Who told each value that both can tell; `unknown` where neither did. */
  readonly sources: Readonly<Record<SourcedValue, RequestSource | 'unknown'>>;
  readonly method: string | null;
  readonly resourceType: ResourceType;
  /** As Resource Timing says, or what comes nearest to HAR's type of the request; `navigation` for the document. */
  readonly initiatorType: string;
  readonly initiator: RequestInitiator | null;
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
  readonly status: number | null;
  /** Set when it got no answer; null otherwise, and where only Resource Timing saw it, which does not tell. */
  readonly failure: RequestFailure | null;
  readonly protocol: string | null;
  readonly mimeType: string | null;
  readonly contentEncoding: string | null;
  /** `VeryLow` to `VeryHigh`. */
  readonly priority: string | null;
  readonly renderBlockingStatus: string | null;
  readonly delivery: Delivery;
  /** Which cache, for `delivery` `cache`. */
  readonly cache: 'memory' | 'disk' | null;
  readonly cacheLifetime: CacheLifetime | null;
  /** Id of the connection, equal for requests that shared one. */
  readonly connectionId: string | null;
  /** Whether it went over a connection that was open already. */
  readonly connectionReused: boolean | null;
  readonly party: Party;
  /** Name of the organisation behind a third party; null where it is not known. */
  readonly entity: string | null;
  /** True for a cross-origin response without Timing-Allow-Origin: Resource Timing hides its sizes and phases. */
  readonly opaque: boolean;
  readonly phases: ResourcePhases;
  readonly transferSize: Size;
  readonly encodedBodySize: Size;
  readonly decodedBodySize: Size;
  readonly serverTiming: readonly ServerTiming[];
  /** Response headers that rules need, by lower-case name. */
  readonly responseHeaders: Readonly<Record<string, string>> | null;
  /** The answers that led here, in order; empty: there was none. Each is a record of its own too. */
  readonly redirects: readonly RedirectHop[] | null;
  /** Where this answer sent the browser; null: nowhere. Such a record is one of the hops in another's `redirects`. */
  readonly redirectedTo: string | null;
}

/** Requests and bytes of one class of resources. */
export interface ResourceTotal {
  readonly resourceType: ResourceType | 'total' | 'third-party';
  readonly requests: number;
  readonly transferSize: SizeTotal;
}
