import type { BaselineValue, BudgetResult, Limit, LimitUnit } from '../../model/budget.ts';
import { MAX_OFFENDERS } from './max-offenders.ts';
import type { Measurement } from './measurement.ts';

/** The verdict on a limit in one view. */
export type JudgedLimit = Omit<BudgetResult, 'budget' | 'viewId' | 'views'>;

/** The baseline of a relative limit, or why there is none. */
export type BaselineReading = BaselineValue | { readonly value: null; readonly reason: string };

const NO_BASELINE: BaselineReading = { value: null, reason: 'No baseline was given to compare with.' };

/**
 * Holds a measurement against a limit. A value equal to the limit holds. One that may be larger than known still fails when the
 * known part does, and is not measured otherwise; one that may be smaller still holds when the known one does, and is not
 * measured otherwise. A relative limit without a baseline is not measured. Null for a limit without a number: there is nothing
 * to hold.
 */
export function judgeLimit(
  limit: Limit,
  unit: LimitUnit,
  measured: Measurement,
  reading: BaselineReading = NO_BASELINE,
): JudgedLimit | null {
  const { metric, relativeTo } = limit;
  if (!Number.isFinite(strictestOf(limit))) return null;
  const baseline = relativeTo === undefined || reading.value === null ? null : reading;
  const shape = { metric, unit, actual: measured.value, baseline };
  if (relativeTo !== undefined && reading.value === null) {
    return verdict(shape, { reason: measured.value === null ? measured.reason : reading.reason });
  }
  const { warn, error } = baseline === null ? limit : scaled(limit, baseline.value);
  const expected = strictestOf({ warn, error });
  if (measured.value === null) return verdict(shape, { expected, reason: measured.reason });
  const { value, atMost } = measured;
  const atLeast = measured.atLeast !== null;
  const level = error !== undefined && value > error ? 'error' : warn !== undefined && value > warn ? 'warn' : 'pass';
  const doubt = level === 'pass' ? measured.atLeast : atMost;
  if (doubt !== null) return verdict(shape, { expected, atLeast, reason: doubt });
  if (level === 'pass') return verdict(shape, { level, expected, atLeast, overBy: 0 });
  const broken = (level === 'error' ? error : warn) ?? expected;
  const offenders = measured.offenders(broken).slice(0, MAX_OFFENDERS);
  return verdict(shape, { level, expected: broken, atLeast, overBy: value - broken, offenders });
}

/** What is not told is as for a limit that was not measured. */
function verdict(
  { metric, unit, actual, baseline }: Pick<JudgedLimit, 'metric' | 'unit' | 'actual' | 'baseline'>,
  told: Partial<JudgedLimit>,
): JudgedLimit {
  const { level = 'not-measured', expected = null, atLeast = false, overBy = null, reason = null } = told;
  const { offenders = [] } = told;
  return { metric, unit, level, expected, actual, atLeast, overBy, reason, offenders, baseline };
}

interface Numbers {
  readonly warn?: number | undefined;
  readonly error?: number | undefined;
}

function strictestOf({ warn, error }: Numbers): number {
  return Math.min(warn ?? Number.POSITIVE_INFINITY, error ?? Number.POSITIVE_INFINITY);
}

/** The values that changes against a baseline allow; what may fall by more than all of it may be nothing. */
function scaled({ warn, error }: Limit, baseline: number): Numbers {
  const allowed = (change: number | undefined) =>
    change === undefined ? undefined : Math.max(0, baseline * (1 + change));
  return { warn: allowed(warn), error: allowed(error) };
}
