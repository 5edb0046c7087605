import { signal } from '@preact/signals';
import { chosenBudgets } from '../analysis/budgets/chosen-budgets.ts';
import { STARTER_BUDGET } from '../analysis/budgets/starter.ts';
import type { Budget } from '../model/budget.ts';
import { onSettingsChange, readSettings, writeSettings } from '../store/settings.ts';
import type { BudgetSettings } from './budget-settings.ts';

/** The user's budgets; the Starter budget until they are read. */
export function createStoredBudgets(): BudgetSettings & { readonly ready: Promise<void> } {
  const budgets = signal<readonly Budget[]>([STARTER_BUDGET]);
  const ready = readSettings().then((settings) => {
    budgets.value = chosenBudgets(settings);
  });
  onSettingsChange((settings, before) => {
    if (JSON.stringify(settings.budgets) !== JSON.stringify(before.budgets)) budgets.value = chosenBudgets(settings);
  });
  return { budgets, ready, save: (changed) => writeSettings({ budgets: changed }) };
}
