import type { PageAnalysis, ViewAnalysis } from '../../model/analysis.ts';
import type { LimitUnit, Offender } from '../../model/budget.ts';
import type { RequestTallies } from './request-tallies.ts';

/** What a page load is held against budgets by: its analysis but the verdicts, which are made from it. */
export type BudgetedPage = Omit<PageAnalysis, 'insights' | 'budgetResults'>;

/** What limits are held against: one view of a page load, and what started in it. */
export interface BudgetScope extends Omit<BudgetedPage, 'totals'> {
  readonly view: ViewAnalysis;
  /** Of `resources`. */
  readonly tallies: RequestTallies;
}

/** A value to hold against a limit. */
export interface MeasuredValue {
  readonly value: number;
  /** Why the true value may be larger; null when `value` is exact. */
  readonly atLeast: string | null;
  /** Why the true value may be smaller; null when it is not. */
  readonly atMost: string | null;
  /** What makes the value larger than `limit`, the largest first. */
  readonly offenders: (limit: number) => readonly Offender[];
}

/** A value, or why there is none. */
export type Measurement = MeasuredValue | { readonly value: null; readonly reason: string };

/** Measures one kind of limit; `argument` is what stands behind the colon of its key, empty without one. */
export interface LimitMetric {
  readonly unit: LimitUnit;
  /** What is wrong with an argument, as a sentence; null when nothing is. */
  problem(argument: string): string | null;
  /** Measures under an argument without a problem. */
  measure(scope: BudgetScope, argument: string): Measurement;
}

/** An exact value. */
export function exactly(value: number, offenders: (limit: number) => readonly Offender[]): MeasuredValue {
  return { value, atLeast: null, atMost: null, offenders };
}

/** No value, and why. */
export function notMeasured(reason: string): Measurement {
  return { value: null, reason };
}

/** The problem of kinds that are whole without a colon. */
export function takesNoArgument(argument: string): string | null {
  return argument === '' ? null : `Nothing may follow this limit's name, but ":${argument}" does.`;
}
