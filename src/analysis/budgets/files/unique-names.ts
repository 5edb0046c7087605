import type { Budget } from '../../../model/budget.ts';

/** The budgets with a number behind every name that is taken already: formats without names give the same one twice. */
export function uniqueNames(budgets: readonly Budget[]): readonly Budget[] {
  const taken = new Set<string>();
  return budgets.map((budget) => {
    let name = budget.name;
    for (let count = 2; taken.has(name); count += 1) name = `${budget.name} (${count})`;
    taken.add(name);
    return { ...budget, name };
  });
}
