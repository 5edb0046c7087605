import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { percentileOfSorted } from '../budgets/percentile.ts';
import { growOver } from '../grow-over.ts';
import { createSortedNumbers, type SortedNumbers } from '../sorted-numbers.ts';
import { isOnWire } from '../url.ts';
import { endpointOf } from './endpoint.ts';

/** The percentiles of response times that are told. */
export type ApiPercentile = 'p50' | 'p75' | 'p90' | 'p95' | 'p99';

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

/** The API calls of a page by endpoint, the one with the longest 95th percentile first. */
export function apiEndpoints(resources: readonly ResourceRecord[]): readonly ApiEndpoint[] {
  return createApiEndpoints()(resources);
}

/** `apiEndpoints` for a page that grows: a call costs what is new, and a pass over the calls' times. */
export function createApiEndpoints(): (resources: readonly ResourceRecord[]) => readonly ApiEndpoint[] {
  const update = growOver<ResourceRecord, Map<string, Calls>>(() => new Map(), addCall);
  return (resources) =>
    [...update(resources)]
      .map(([endpoint, calls]) => summaryOf(endpoint, calls))
      .sort((a, b) => b.latency.p95 - a.latency.p95 || (a.endpoint < b.endpoint ? -1 : 1));
}

interface Calls {
  readonly durations: SortedNumbers;
  readonly starts: SortedNumbers;
  slowest: ResourceRecord;
  errors: number;
  firstError: ResourceRecord | null;
  untold: number;
}

function addCall(endpoints: Map<string, Calls>, call: ResourceRecord): void {
  if (!isApiCall(call)) return;
  const endpoint = endpointOf(call.url);
  const known = endpoints.get(endpoint);
  const calls = known ?? {
    durations: createSortedNumbers(),
    starts: createSortedNumbers(),
    slowest: call,
    errors: 0,
    firstError: null,
    untold: 0,
  };
  if (known === undefined) endpoints.set(endpoint, calls);
  calls.durations.add(call.duration);
  calls.starts.add(call.startTime);
  const { slowest, firstError } = calls;
  const longer = call.duration - slowest.duration;
  if (longer > 0 || (longer === 0 && call.startTime < slowest.startTime)) calls.slowest = call;
  if (call.status === null) calls.untold += 1;
  if ((call.status ?? 0) < FROM_ERROR_STATUS) return;
  calls.errors += 1;
  if (firstError === null || call.startTime < firstError.startTime) calls.firstError = call;
}

function summaryOf(endpoint: string, calls: Calls): ApiEndpoint {
  const { slowest, errors, firstError, untold } = calls;
  const durations = calls.durations.values();
  const latencyAt = (p: number) => percentileOfSorted(durations, p) ?? 0;
  return {
    endpoint,
    calls: durations.length,
    latency: { p50: latencyAt(50), p75: latencyAt(75), p90: latencyAt(90), p95: latencyAt(95), p99: latencyAt(99) },
    slowest,
    errors,
    firstError,
    untold,
    perMinute: busiestMinute(calls.starts.values()),
  };
}

/** One walk with two fingers over starts in order. */
function busiestMinute(starts: readonly Milliseconds[]): number {
  let from = 0;
  let most = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] ?? 0;
    while ((starts[from] ?? start) <= start - MINUTE_MS) from += 1;
    if (i - from + 1 > most) most = i - from + 1;
  }
  return most;
}
