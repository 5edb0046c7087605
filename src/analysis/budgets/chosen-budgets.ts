import type { Budget } from '../../model/budget.ts';
import type { Settings } from '../../model/settings.ts';
import { STARTER_BUDGET } from './starter.ts';

/** The budgets that apply: those of the user, and the Starter budget until there are any. */
export function chosenBudgets({ budgets }: Pick<Settings, 'budgets'>): readonly Budget[] {
  return budgets ?? [STARTER_BUDGET];
}
