import type { BudgetLevel } from './budget.ts';
import type { EpochMilliseconds } from './units.ts';

/** A limit of a page load came out differently than before: broken, worse, less bad, or held again. */
export interface ViolationEvent {
  readonly at: EpochMilliseconds;
  readonly budget: string;
  readonly metric: string;
  readonly relative: boolean;
  readonly level: BudgetLevel;
  readonly actual: number | null;
  readonly expected: number | null;
  readonly viewId: string;
}

/** What a view of a page load had, by the keys of limits; what later page loads of its kind are compared with. */
export interface ViewValues {
  /** The kind of its URL: origin and path without ids. */
  readonly pattern: string;
  readonly values: Readonly<Record<string, number>>;
}

/** What budgets made of a page load while it was watched, oldest first; the first events go when there are too many. */
export interface BudgetHistory {
  readonly events: readonly ViolationEvent[];
  readonly views: readonly ViewValues[];
}

export const NO_BUDGET_HISTORY: BudgetHistory = { events: [], views: [] };
