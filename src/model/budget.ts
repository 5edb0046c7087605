import type { Bytes, Milliseconds } from './units.ts';

/**
 * One limit of a budget. `metric` is a key as in `vitalog.budgets.json` (`LCP`, `resource-size:script`, `file-size:main*.js` ...).
 * Numbers are ms, bytes, counts, shares of 1 or (CLS) unitless; a value equal to the limit holds. With `relativeTo` they are
 * changes against the baseline: 0.1 allows 10 % more than it.
 */
export interface Limit {
  readonly metric: string;
  readonly warn?: number;
  readonly error?: number;
  readonly relativeTo?: 'baseline';
}

/**
 * What relative limits compare with: page loads of the same URL pattern, either the last so many before the one that is judged,
 * or those of one session. The baseline is that percentile (0 to 100] of their values.
 */
export type BaselineChoice =
  | { readonly last: number; readonly percentile: number }
  | { readonly session: string; readonly percentile: number };

/** The baseline of a budget that names none. */
export const DEFAULT_BASELINE: BaselineChoice = { last: 10, percentile: 50 };

/** Limits for the pages that `match` and not `exclude`: globs over origin, path and search; a bare path matches any host. */
export interface Budget {
  readonly name: string;
  readonly match: string | readonly string[];
  readonly exclude?: readonly string[];
  readonly firstParty?: readonly string[];
  readonly baseline?: BaselineChoice;
  readonly limits: readonly Limit[];
}

/** Unsupported or opaque values are `not-measured`: neither kept nor violated. */
export type BudgetLevel = 'pass' | 'warn' | 'error' | 'not-measured';

/** The unit of a limit's numbers. */
export type LimitUnit = 'ms' | 'bytes' | 'count' | 'score' | 'ratio';

/** What made a limit fail, largest first. */
export interface Offender {
  readonly kind: 'resource' | 'long-task' | 'layout-shift' | 'interaction' | 'element' | 'user-timing';
  /** URL, selector, name or script, whichever names it best. */
  readonly label: string;
  readonly value: number;
  readonly unit: LimitUnit;
  readonly startTime?: Milliseconds;
  readonly size?: Bytes;
}

/** What a relative limit was compared with. */
export interface BaselineValue {
  readonly value: number;
  /** Page loads that it was taken from. */
  readonly samples: number;
}

/** How one view of a page load came out under a limit. */
export interface ViewVerdict {
  readonly viewId: string;
  readonly level: BudgetLevel;
  readonly actual: number | null;
}

/**
 * The verdict on one limit, that of the worst of the views that the budget is about. `expected` is the limit that decided (the one
 * violated, else the strictest); of a relative limit it is the value that the baseline allows.
 */
export interface BudgetResult {
  readonly budget: string;
  readonly metric: string;
  readonly unit: LimitUnit;
  readonly level: BudgetLevel;
  /** Null when the baseline of a relative limit is not known. */
  readonly expected: number | null;
  readonly actual: number | null;
  /** True when parts of `actual` are unknown: read it as "at least". */
  readonly atLeast: boolean;
  /** `actual - expected`, 0 when the limit holds; null when not measured. */
  readonly overBy: number | null;
  /** Why there is no verdict. */
  readonly reason: string | null;
  readonly offenders: readonly Offender[];
  /** Null for a limit that is not relative, and while the baseline is not known. */
  readonly baseline: BaselineValue | null;
  /** The view that decided. */
  readonly viewId: string;
  /** Every view that the budget is about, when these are several; else empty. */
  readonly views: readonly ViewVerdict[];
}
