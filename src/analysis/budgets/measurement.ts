import type { PageAnalysis, ViewAnalysis } from '../../model/analysis.ts';
import type { LimitUnit, Offender } from '../../model/budget.ts';

/** What limits are held against: the part of a page load that a budget is about. */
export interface BudgetScope extends Pick<PageAnalysis, 'resources' | 'layoutShifts' | 'longTasks' | 'interactions'> {
  readonly views: readonly ViewAnalysis[];
}

/** More offenders than this are a list for the resource table; the worst ones are what to mend. */
export const MAX_OFFENDERS = 10;

/** A value to hold against a limit, or why there is none. */
export type Measurement =
  | {
      readonly value: number;
      /** Why the true value may be larger; null when `value` is exact. */
      readonly atLeast: string | null;
      /** Why the true value may be smaller; null when it is not. */
      readonly atMost: string | null;
      /** What makes the value larger than `limit`, the largest first. */
      readonly offenders: (limit: number) => readonly Offender[];
    }
  | { readonly value: null; readonly reason: string };

/** Measures one kind of limit; `argument` is what stands behind the colon of its key. */
export interface LimitMetric {
  readonly unit: LimitUnit;
  measure(scope: BudgetScope, argument: string): Measurement;
}

/** An exact value. */
export function exactly(value: number, offenders: (limit: number) => readonly Offender[]): Measurement {
  return { value, atLeast: null, atMost: null, offenders };
}
