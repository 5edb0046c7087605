import type { Offender } from '../../model/budget.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { isOnWire } from '../url.ts';
import { type BudgetScope, exactly, type LimitMetric } from './measurement.ts';
import { percentile } from './percentile.ts';

const API_INITIATORS: ReadonlySet<string> = new Set(['fetch', 'xmlhttprequest']);
const NO_CALLS = 'The page made no API calls (fetch, XMLHttpRequest).';

/** `api-response-time:pN`: that percentile of the time from the start to the last byte of API calls, in ms. */
export const apiResponseTime: LimitMetric = {
  unit: 'ms',
  measure(scope, argument) {
    const p = /^p(\d{1,3}(?:\.\d+)?)$/.exec(argument)?.[1];
    if (p === undefined || Number(p) <= 0 || Number(p) > 100) {
      return { value: null, reason: `"${argument}" is no percentile; write it as p95.` };
    }
    const calls = apiCalls(scope);
    const value = percentile(
      calls.map(({ duration }) => duration),
      Number(p),
    );
    if (value === null) return { value, reason: NO_CALLS };
    return exactly(value, (limit) => byDuration(calls.filter(({ duration }) => duration > limit)));
  },
};

/** `api-error-rate`: the share of API calls that the server answered with status 400 or more, 0 to 1. */
export const apiErrorRate: LimitMetric = {
  unit: 'ratio',
  measure(scope) {
    const calls = apiCalls(scope);
    if (calls.length === 0) return { value: null, reason: NO_CALLS };
    const failed = calls.filter(({ status }) => (status ?? 0) >= 400);
    const untold = calls.filter(({ status }) => status === null).length;
    const measured = exactly(failed.length / calls.length, () => byDuration(failed));
    const atLeast = untold === 0 ? null : `The browser does not tell the status of ${untold} of ${calls.length} calls.`;
    return { ...measured, atLeast };
  },
};

function apiCalls({ resources }: BudgetScope): readonly ResourceRecord[] {
  return resources.filter(({ url, initiatorType }) => API_INITIATORS.has(initiatorType) && isOnWire(url));
}

function byDuration(calls: readonly ResourceRecord[]): readonly Offender[] {
  return calls
    .toSorted((a, b) => b.duration - a.duration)
    .map(({ url, duration, startTime }) => ({ kind: 'resource', label: url, value: duration, unit: 'ms', startTime }));
}
