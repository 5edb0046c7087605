import type { Budget } from '../../model/budget.ts';
import type { Milliseconds } from '../../model/units.ts';
import { viewAt } from '../views.ts';
import { matchesBudget } from './budget-match.ts';
import type { BudgetedPage, BudgetScope } from './measurement.ts';
import { createRequestTallies } from './request-tallies.ts';

/** The views of a page load that a budget is about, each with what started in it; empty when it is about none. */
export function scopesOf(
  page: BudgetedPage,
  budget: Pick<Budget, 'match' | 'exclude'>,
  growing?: GrowingTallies,
): readonly BudgetScope[] {
  return page.views.filter(({ url }) => matchesBudget(budget, url)).map((view) => scopeOfView(page, view, growing));
}

/** What was counted in views, by id, while their page grew. */
export type GrowingTallies = Map<string, ReturnType<typeof createRequestTallies>>;

const known = new WeakMap<BudgetedPage, Map<string, BudgetScope>>();

/** A page load's part in one view. Several budgets are about the same views, so it is made once. */
export function scopeOfView(
  page: BudgetedPage,
  view: BudgetedPage['views'][number],
  growing: GrowingTallies = new Map(),
): BudgetScope {
  const made = known.get(page) ?? new Map<string, BudgetScope>();
  known.set(page, made);
  const scope = made.get(view.viewId) ?? tallied(partOf(page, view), growing);
  made.set(view.viewId, scope);
  return scope;
}

function tallied(part: Omit<BudgetScope, 'tallies'>, growing: GrowingTallies): BudgetScope {
  const { viewId } = part.view;
  const tally = growing.get(viewId) ?? createRequestTallies();
  growing.set(viewId, tally);
  return { ...part, tallies: tally(part.resources) };
}

function partOf(page: BudgetedPage, view: BudgetedPage['views'][number]): Omit<BudgetScope, 'tallies'> {
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
