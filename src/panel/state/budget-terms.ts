import type { BaselineSample } from '../../analysis/budgets/baseline.ts';
import type { Budget } from '../../model/budget.ts';

/** What page loads are held against: another object whenever anything of it changes. */
export interface BudgetTerms {
  readonly budgets: readonly Budget[];
  /** What is known of page loads of other sessions, oldest first. */
  readonly samples: readonly BaselineSample[];
}
