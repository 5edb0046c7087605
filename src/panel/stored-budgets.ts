import { signal } from '@preact/signals';
import { chosenBudgets } from '../analysis/budgets/chosen-budgets.ts';
import { onSettingsChange, readSettings, writeSettings } from '../store/settings.ts';
import type { BudgetSettings } from './budget-settings.ts';

/** The user's budgets. */
export async function createStoredBudgets(): Promise<BudgetSettings> {
  const budgets = signal(chosenBudgets(await readSettings()));
  onSettingsChange((settings, before) => {
    if (JSON.stringify(settings.budgets) !== JSON.stringify(before.budgets)) budgets.value = chosenBudgets(settings);
  });
  return { budgets, save: (changed) => writeSettings({ budgets: changed }) };
}
