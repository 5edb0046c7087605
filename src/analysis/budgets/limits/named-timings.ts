import type { Offender } from '../../../model/budget.ts';
import { matchesGlob } from '../../glob.ts';
import { exactly, type LimitMetric, type Measurement, notMeasured } from '../measurement.ts';

/**
 * `user-timing:NAME`: of marks the moment from the view's start, of measures the duration, in ms; the latest or longest of that name
 * counts, measures before marks. `*` in the name is any run of characters.
 */
export const userTiming: LimitMetric = {
  unit: 'ms',
  problem: (name) => (name === '' ? 'Name a mark or a measure behind the colon, such as hero-visible.' : null),
  measure({ userTimings, view }, name) {
    const named = userTimings.filter((timing) => matchesGlob(name, timing.name));
    const measures = named.filter(({ kind }) => kind === 'measure');
    const counted = measures.length > 0 ? measures : named;
    const offenders = counted.map(
      ({ kind, name: label, startTime, duration }): Offender => ({
        kind: 'user-timing',
        label,
        value: kind === 'measure' ? duration : Math.max(0, startTime - view.startTime),
        unit: 'ms',
        startTime,
      }),
    );
    return longest(offenders, `The page made no mark or measure named ${name}.`);
  },
};

/** `server-timing:NAME`: the longest duration of that name in the Server-Timing headers of all responses, in ms. */
export const serverTiming: LimitMetric = {
  unit: 'ms',
  problem: (name) => (name === '' ? 'Name a Server-Timing metric behind the colon, such as db.' : null),
  measure({ resources }, name) {
    const offenders = resources.flatMap(({ url, startTime, serverTiming: timings }) =>
      timings
        .filter((timing) => matchesGlob(name, timing.name))
        .map(({ duration }): Offender => ({ kind: 'resource', label: url, value: duration, unit: 'ms', startTime })),
    );
    return longest(offenders, `No response had a Server-Timing metric named ${name}.`);
  },
};

function longest(offenders: readonly Offender[], none: string): Measurement {
  const sorted = offenders.toSorted((a, b) => b.value - a.value);
  const [first] = sorted;
  if (first === undefined) return notMeasured(none);
  return exactly(first.value, (limit) => sorted.filter(({ value }) => value > limit));
}
