import type { ResourceRecord } from '../../../model/resources.ts';
import { isOnWire } from '../../url.ts';
import { type BudgetScope, exactly, type LimitMetric, notMeasured, takesNoArgument } from '../measurement.ts';
import { slowResource } from '../metric-offenders.ts';
import { percentile } from '../percentile.ts';

const API_INITIATORS: ReadonlySet<string> = new Set(['fetch', 'xmlhttprequest']);
const NO_CALLS = 'The page made no API calls (fetch, XMLHttpRequest).';

/** `api-response-time:pN`: that percentile of the time from the start to the last byte of API calls, in ms. */
export const apiResponseTime: LimitMetric = {
  unit: 'ms',
  problem: (argument) => (percentOf(argument) === null ? `"${argument}" is no percentile; write it as p95.` : null),
  measure(scope, argument) {
    const calls = apiCalls(scope);
    const value = percentile(
      calls.map(({ duration }) => duration),
      percentOf(argument) ?? 100,
    );
    if (value === null) return notMeasured(NO_CALLS);
    return exactly(value, (limit) =>
      calls
        .filter(({ duration }) => duration > limit)
        .sort((a, b) => b.duration - a.duration)
        .map(slowResource),
    );
  },
};

/** `api-error-rate`: the share of API calls that the server answered with status 400 or more, 0 to 1. */
export const apiErrorRate: LimitMetric = {
  unit: 'ratio',
  problem: takesNoArgument,
  measure(scope) {
    const calls = apiCalls(scope);
    if (calls.length === 0) return notMeasured(NO_CALLS);
    const failed = calls.filter(({ status }) => (status ?? 0) >= 400).sort((a, b) => b.duration - a.duration);
    const untold = calls.filter(({ status }) => status === null).length;
    const measured = exactly(failed.length / calls.length, () => failed.map(slowResource));
    const atLeast = untold === 0 ? null : `The browser does not tell the status of ${untold} of ${calls.length} calls.`;
    return { ...measured, atLeast };
  },
};

function percentOf(argument: string): number | null {
  const p = Number(/^p(\d{1,3}(?:\.\d+)?)$/.exec(argument)?.[1] ?? Number.NaN);
  return p > 0 && p <= 100 ? p : null;
}

function apiCalls({ resources }: BudgetScope): readonly ResourceRecord[] {
  return resources.filter(({ url, initiatorType }) => API_INITIATORS.has(initiatorType) && isOnWire(url));
}
