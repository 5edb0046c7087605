import type { BudgetResult, Limit, LimitUnit } from '../../model/budget.ts';
import { MAX_OFFENDERS, type Measurement } from './measurement.ts';

/**
 * Holds a measurement against a limit. A value equal to the limit holds. One that may be larger than known still fails when the
 * known part does, and is not measured otherwise; one that may be smaller still holds when the known one does, and is not
 * measured otherwise. Null for a limit without a number: there is nothing to hold.
 */
export function judgeLimit(
  { metric, warn, error }: Limit,
  unit: LimitUnit,
  measured: Measurement,
): Omit<BudgetResult, 'budget'> | null {
  const strictest = Math.min(warn ?? Number.POSITIVE_INFINITY, error ?? Number.POSITIVE_INFINITY);
  if (!Number.isFinite(strictest)) return null;
  const result = { metric, unit, expected: strictest, actual: measured.value, atLeast: false, offenders: [] };
  if (measured.value === null) return { ...result, level: 'not-measured', overBy: null, reason: measured.reason };
  const { value, atLeast, atMost } = measured;
  const known = { ...result, atLeast: atLeast !== null };
  const level = error !== undefined && value > error ? 'error' : warn !== undefined && value > warn ? 'warn' : 'pass';
  const doubt = level === 'pass' ? atLeast : atMost;
  if (doubt !== null) return { ...known, level: 'not-measured', overBy: null, reason: doubt };
  if (level === 'pass') return { ...known, level, overBy: 0, reason: null };
  const expected = (level === 'error' ? error : warn) ?? strictest;
  const offenders = measured.offenders(expected).slice(0, MAX_OFFENDERS);
  return { ...known, level, expected, overBy: value - expected, reason: null, offenders };
}
