import { type ReadonlySignal, signal } from '@preact/signals';
import { STARTER_BUDGET } from '../analysis/budgets/starter.ts';
import type { Budget } from '../model/budget.ts';

/** The budgets that apply, whoever changes them, and the way to change them. */
export interface BudgetSettings {
  readonly budgets: ReadonlySignal<readonly Budget[]>;
  /** Resolves when they are known, where they have to be read first: nothing is judged before. */
  readonly ready?: Promise<void>;
  /** Resolves when they are stored; every page of ours and the background hear of it. */
  save(budgets: readonly Budget[]): Promise<void>;
}

/** Budgets that last as long as the page: for a panel without an extension around it. */
export function createTransientBudgets(): BudgetSettings {
  const budgets = signal<readonly Budget[]>([STARTER_BUDGET]);
  return {
    budgets,
    async save(changed) {
      budgets.value = changed;
    },
  };
}
