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
  readonly wait: Milliseconds | null;
  readonly download: Milliseconds | null;
}
export type PhaseName = keyof ResourcePhases;

/** How a response reached the page, as far as the platform says. */
export type Delivery = 'network' | 'cache' | 'revalidated' | 'service-worker' | 'unknown';

/** One request of a page load. Null: not known. */
export interface ResourceRecord {
  readonly url: string;
  readonly resourceType: ResourceType;
  readonly initiatorType: string;
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
  readonly status: number | null;
  readonly protocol: string | null;
  readonly mimeType: string | null;
  readonly contentEncoding: string | null;
  readonly renderBlockingStatus: string | null;
  readonly delivery: Delivery;
  readonly party: Party;
  /** Name of the organisation behind a third party; null where it is not known. */
  readonly entity: string | null;
  /** True for a cross-origin response without Timing-Allow-Origin: sizes and phases are hidden by the browser. */
  readonly opaque: boolean;
  readonly phases: ResourcePhases;
  readonly transferSize: Size;
  readonly encodedBodySize: Size;
  readonly decodedBodySize: Size;
  readonly serverTiming: readonly ServerTiming[];
}

/** Requests and bytes of one class of resources. */
export interface ResourceTotal {
  readonly resourceType: ResourceType | 'total' | 'third-party';
  readonly requests: number;
  readonly transferSize: SizeTotal;
}
