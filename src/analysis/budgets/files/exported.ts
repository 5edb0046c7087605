import type { Budget, Limit } from '../../../model/budget.ts';

/** A part of a budget that a format has no place for. */
export interface NotHeld {
  readonly budget: string;
  /** A limit or a member of the budget. */
  readonly what: string;
  readonly why: string;
}

/** Budgets in another format, and what got lost on the way. */
export interface Exported {
  readonly value: unknown;
  readonly notHeld: readonly NotHeld[];
}

/** A limit in a list of what was left out: `LCP`, `LCP relative to the baseline`. */
export function limitText({ metric, relativeTo }: Limit): string {
  return relativeTo === undefined ? metric : `${metric} relative to the ${relativeTo}`;
}

/** Budgets of another format, and what of it we cannot hold. */
export interface Imported {
  readonly budgets: readonly Budget[];
  readonly notHeld: readonly NotHeld[];
}
