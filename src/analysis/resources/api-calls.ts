import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { percentileOfSorted } from '../budgets/percentile.ts';
import { isOnWire } from '../url.ts';
import { endpointOf } from './endpoint.ts';

/** The percentiles of response times that are told, by name. */
export const API_PERCENTILES = { p50: 50, p75: 75, p90: 90, p95: 95, p99: 99 } as const;
export type ApiPercentile = keyof typeof API_PERCENTILES;

/** What the calls of one endpoint have in common: origin and path, with ids in the path collapsed. */
export interface ApiEndpoint {
  readonly endpoint: string;
  readonly calls: number;
  /** From the start of the call to the last byte, in ms. */
  readonly latency: Readonly<Record<ApiPercentile, Milliseconds>>;
  readonly slowest: ResourceRecord;
  /** Calls answered with status 400 or more, and the first of them. */
  readonly errors: number;
  readonly firstError: ResourceRecord | null;
  /** Calls whose status the browser does not tell; `errors` is "at least" when there are any. */
  readonly untold: number;
  /** The most calls that began within any 60 s. */
  readonly perMinute: number;
}

const API_INITIATORS: ReadonlySet<string> = new Set(['fetch', 'xmlhttprequest']);
const FROM_ERROR_STATUS = 400;
const MINUTE_MS = 60_000;

/** Whether a request is an API call: made by fetch or XMLHttpRequest, and sent over HTTP. */
export function isApiCall({ url, initiatorType }: ResourceRecord): boolean {
  return API_INITIATORS.has(initiatorType) && isOnWire(url);
}

/** The API calls of a page by endpoint, the one that waited longest in all first. `resources` are in order of start. */
export function apiEndpoints(resources: readonly ResourceRecord[]): readonly ApiEndpoint[] {
  const groups = new Map<string, ResourceRecord[]>();
  for (const resource of resources) {
    if (!isApiCall(resource)) continue;
    const endpoint = endpointOf(resource.url);
    const group = groups.get(endpoint);
    if (group === undefined) groups.set(endpoint, [resource]);
    else group.push(resource);
  }
  return [...groups]
    .map(([endpoint, calls]) => ({ waited: sum(calls), summary: endpointSummary(endpoint, calls) }))
    .sort((a, b) => b.waited - a.waited)
    .flatMap(({ summary }) => summary ?? []);
}

function endpointSummary(endpoint: string, calls: readonly ResourceRecord[]): ApiEndpoint | null {
  const [first] = calls;
  if (first === undefined) return null;
  const sorted = calls.map(({ duration }) => duration).sort((a, b) => a - b);
  const latencyAt = (p: number) => percentileOfSorted(sorted, p) ?? 0;
  const failed = calls.filter(({ status }) => (status ?? 0) >= FROM_ERROR_STATUS);
  return {
    endpoint,
    calls: calls.length,
    latency: {
      p50: latencyAt(API_PERCENTILES.p50),
      p75: latencyAt(API_PERCENTILES.p75),
      p90: latencyAt(API_PERCENTILES.p90),
      p95: latencyAt(API_PERCENTILES.p95),
      p99: latencyAt(API_PERCENTILES.p99),
    },
    slowest: calls.reduce((a, b) => (b.duration > a.duration ? b : a), first),
    errors: failed.length,
    firstError: failed[0] ?? null,
    untold: calls.filter(({ status }) => status === null).length,
    perMinute: busiestMinute(calls),
  };
}

/** One walk with two fingers over calls in order of start. */
function busiestMinute(calls: readonly ResourceRecord[]): number {
  let from = 0;
  let most = 0;
  for (const [i, { startTime }] of calls.entries()) {
    while ((calls[from]?.startTime ?? startTime) <= startTime - MINUTE_MS) from += 1;
    most = Math.max(most, i - from + 1);
  }
  return most;
}

function sum(calls: readonly ResourceRecord[]): Milliseconds {
  return calls.reduce((total, { duration }) => total + duration, 0);
}
