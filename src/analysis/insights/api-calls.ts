import type { Finding, Severity } from '../../model/insights.ts';
import type { Milliseconds } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatLimitValue, formatMs } from '../format.ts';
import { formatNumber } from '../format-number.ts';
import type { ApiEndpoint } from '../resources/api-calls.ts';
import { parseUrl } from '../url.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** 95th percentile of response times over which an endpoint is named, fails, and is of high severity. */
  readonly slowOverMs: Milliseconds;
  readonly failOverMs: Milliseconds;
  readonly highOverMs: Milliseconds;
  /** Share of calls answered with an error over which an endpoint is named, and fails; 0 to 1. */
  readonly errorsOver: number;
  readonly failErrorsOver: number;
  /** Calls within a minute over which an endpoint is named. */
  readonly perMinuteOver: number;
}

/**
 * Response times and error rates are those of the Starter budget; 4 s is of high severity for any resource. More than one call a
 * second is polling, or a call for each item of a list.
 */
const DEFAULTS: Options = {
  slowOverMs: 200,
  failOverMs: 500,
  highOverMs: 4000,
  errorsOver: 0.001,
  failErrorsOver: 0.01,
  perMinuteOver: 60,
};

/** Names the endpoints that answer scripts slowly, with errors, or that are called very often, each with its figures. */
export const apiCalls: InsightRule<Options> = {
  id: 'api-calls',
  title: 'API calls',
  why: 'What a script fetches is what its user waits for: the slow answers are felt, not the average.',
  requires: ['resource'],
  concerns: () => false,
  run(page, options) {
    const limits = { ...DEFAULTS, ...options };
    const endpoints = page.apiEndpoints;
    const named = endpoints.filter(
      (endpoint) =>
        endpoint.latency.p95 > limits.slowOverMs ||
        errorRate(endpoint) > limits.errorsOver ||
        endpoint.perMinute > limits.perMinuteOver,
    );
    const findings = named
      .map((endpoint) => findingOf(endpoint, limits))
      .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    const fails = findings.some(({ severity }) => severity !== 'low');
    return { status: fails ? 'fail' : findings.length > 0 ? 'informative' : 'pass', findings };
  },
};

const RANK: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

function findingOf(endpoint: ApiEndpoint, limits: Options): Finding {
  const { latency, slowest, firstError } = endpoint;
  const isFaulty = errorRate(endpoint) > limits.errorsOver;
  const isSlow = latency.p95 > limits.slowOverMs;
  const example = (isFaulty && !isSlow ? firstError : null) ?? slowest;
  return {
    message: `${nameOf(endpoint)}: ${figuresOf(endpoint)}. ${adviceOn(endpoint, limits)}`,
    severity: severityOf(endpoint, limits),
    url: example.url,
    startTime: example.startTime,
    duration: example.duration,
  };
}

function severityOf(endpoint: ApiEndpoint, limits: Options): Severity {
  if (endpoint.latency.p95 > limits.highOverMs) return 'high';
  const fails = endpoint.latency.p95 > limits.failOverMs || errorRate(endpoint) > limits.failErrorsOver;
  return fails ? 'medium' : 'low';
}

function errorRate({ calls, errors }: ApiEndpoint): number {
  return errors / calls;
}

/** The path is what a developer calls it by; the host only says more where there are several. */
function nameOf({ endpoint }: ApiEndpoint): string {
  return parseUrl(endpoint)?.path ?? endpoint;
}

function figuresOf(endpoint: ApiEndpoint): string {
  const { calls, latency, errors, untold, perMinute } = endpoint;
  const rate = formatLimitValue(errorRate(endpoint), 'ratio');
  const failed = errors === 0 ? '' : `, ${errors} failed (${untold > 0 ? 'at least ' : ''}${rate})`;
  if (calls === 1) return `one call of ${formatMs(latency.p50)}${failed}`;
  const tail = (['p75', 'p90', 'p95', 'p99'] as const).map((p) => `${p} ${formatMs(latency[p])}`).join(', ');
  const often = `${counted(calls, 'call')}, ${formatNumber(perMinute, 'en', 0)} of them within a minute`;
  return `${often}, half took up to ${formatMs(latency.p50)} (${tail})${failed}`;
}

function adviceOn(endpoint: ApiEndpoint, limits: Options): string {
  if (errorRate(endpoint) > limits.errorsOver)
    return 'Look for the error in the server log, and retry with growing pauses.';
  if (endpoint.perMinute > limits.perMinuteOver)
    return 'Ask for many items in one call, poll less often, or let the server push.';
  return 'Speed up the answer on the server, cache it, or start the call earlier.';
}
