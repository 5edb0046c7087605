import type { Budget } from '../../model/budget.ts';
import type { Milliseconds } from '../../model/units.ts';
import { viewAt } from '../views.ts';
import { matchesBudget } from './budget-match.ts';
import type { BudgetedPage, BudgetScope } from './measurement.ts';

/** The views of a page load that a budget is about, each with what started in it; empty when it is about none. */
export function scopesOf(page: BudgetedPage, budget: Pick<Budget, 'match' | 'exclude'>): readonly BudgetScope[] {
  return page.views.filter(({ url }) => matchesBudget(budget, url)).map((view) => scopeOfView(page, view));
}

const known = new WeakMap<BudgetedPage, Map<string, BudgetScope>>();

/** A page load's part in one view. Several budgets are about the same views, so it is made once. */
export function scopeOfView(page: BudgetedPage, view: BudgetedPage['views'][number]): BudgetScope {
  const made = known.get(page) ?? new Map<string, BudgetScope>();
  known.set(page, made);
  const scope = made.get(view.viewId) ?? partOf(page, view);
  made.set(view.viewId, scope);
  return scope;
}

function partOf(page: BudgetedPage, view: BudgetedPage['views'][number]): BudgetScope {
  if (page.views.length === 1) return { ...page, view };
  const inView = ({ startTime }: { readonly startTime: Milliseconds }) =>
    viewAt(page.views, startTime)?.viewId === view.viewId;
  return {
    ...page,
    view,
    resources: page.resources.filter(inView),
    layoutShifts: page.layoutShifts.filter(inView),
    longTasks: page.longTasks.filter(inView),
    interactions: page.interactions.filter(inView),
    userTimings: page.userTimings.filter(inView),
    heapSamples: page.heapSamples.filter(inView),
  };
}
