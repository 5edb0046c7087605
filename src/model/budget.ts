import type { Bytes, Milliseconds } from './units.ts';

/**
 * One limit of a budget. `metric` is a key as in `vitalog.budgets.json`: a metric name (`LCP`), `resource-size:TYPE`,
 * `resource-count:TYPE`, `file-size:PATTERN`, `api-response-time:p95`, `api-error-rate`. Numbers are ms, bytes, counts or
 * (CLS, rates) unitless; a value equal to the limit holds.
 */
export interface Limit {
  readonly metric: string;
  readonly warn?: number;
  readonly error?: number;
}

/** Limits for the pages that `match` (glob over origin, path and search; a bare path matches any host). */
export interface Budget {
  readonly name: string;
  readonly match: string;
  readonly firstParty?: readonly string[];
  readonly limits: readonly Limit[];
}

/** Unsupported or opaque values are `not-measured`: neither kept nor violated. */
export type BudgetLevel = 'pass' | 'warn' | 'error' | 'not-measured';

/** The unit of a limit's numbers. */
export type LimitUnit = 'ms' | 'bytes' | 'count' | 'score' | 'ratio';

/** What made a limit fail, largest first. */
export interface Offender {
  readonly kind: 'resource' | 'long-task' | 'layout-shift' | 'interaction' | 'element';
  /** URL, selector or script, whichever names it best. */
  readonly label: string;
  readonly value: number;
  readonly unit: LimitUnit;
  readonly startTime?: Milliseconds;
  readonly size?: Bytes;
}

/** The verdict on one limit. `expected` is the limit that decided (the one violated, else the strictest). */
export interface BudgetResult {
  readonly budget: string;
  readonly metric: string;
  readonly unit: LimitUnit;
  readonly level: BudgetLevel;
  readonly expected: number;
  readonly actual: number | null;
  /** True when parts of `actual` are unknown: read it as "at least". */
  readonly atLeast: boolean;
  /** `actual - expected`, 0 when the limit holds; null when not measured. */
  readonly overBy: number | null;
  /** Why there is no verdict. */
  readonly reason: string | null;
  readonly offenders: readonly Offender[];
}
