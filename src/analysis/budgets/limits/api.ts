import type { ResourceRecord } from '../../../model/resources.ts';
import { counted } from '../../counted.ts';
import { formatNumber } from '../../format-number.ts';
import { isApiCall } from '../../resources/api-calls.ts';
import { exactly, type LimitMetric, notMeasured, takesNoArgument } from '../measurement.ts';
import { slowResource } from '../metric-offenders.ts';
import { percentileOfSorted } from '../percentile.ts';
import type { TallyOf } from '../request-tallies.ts';

const BY_DURATION = { belongs: isApiCall, amountOf: ({ duration }: ResourceRecord) => duration };
const CALLS: TallyOf = { ...BY_DURATION, key: 'api', keepsValues: true };
const FAILED_CALLS: TallyOf = {
  ...BY_DURATION,
  key: 'api-failed',
  belongs: (resource) => isApiCall(resource) && (resource.status ?? 0) >= 400,
};
const UNTOLD_CALLS: TallyOf = {
  ...BY_DURATION,
  key: 'api-untold',
  belongs: (resource) => isApiCall(resource) && resource.status === null,
};
const NO_CALLS = 'The page made no API calls (fetch, XMLHttpRequest).';

/** `api-response-time:pN`: that percentile of the time from the start to the last byte of API calls, in ms. */
export const apiResponseTime: LimitMetric = {
  unit: 'ms',
  problem: (argument) => (percentOf(argument) === null ? `"${argument}" is no percentile; write it as p95.` : null),
  measure({ tallies }, argument) {
    const { values, top } = tallies.of(CALLS);
    const value = percentileOfSorted(values.values(), percentOf(argument) ?? 100);
    if (value === null) return notMeasured(NO_CALLS);
    return exactly(value, (limit) => top.filter(({ duration }) => duration > limit).map(slowResource));
  },
};

/** `api-error-rate`: the share of API calls that the server answered with status 400 or more, 0 to 1. */
export const apiErrorRate: LimitMetric = {
  unit: 'ratio',
  problem: takesNoArgument,
  measure({ tallies }) {
    const { requests } = tallies.of(CALLS);
    if (requests === 0) return notMeasured(NO_CALLS);
    const failed = tallies.of(FAILED_CALLS);
    const untold = tallies.of(UNTOLD_CALLS).requests;
    const measured = exactly(failed.requests / requests, () => failed.top.map(slowResource));
    const atLeast =
      untold === 0
        ? null
        : `The browser does not tell the status of ${formatNumber(untold, 'en', 0)} of ${counted(requests, 'call')}.`;
    return { ...measured, atLeast };
  },
};

function percentOf(argument: string): number | null {
  const p = Number(/^p(\d{1,3}(?:\.\d+)?)$/.exec(argument)?.[1] ?? Number.NaN);
  return p > 0 && p <= 100 ? p : null;
}
