import type { PageAnalysis } from '../../model/analysis.ts';
import type { Milliseconds } from '../../model/units.ts';
import { matchesPage } from '../glob.ts';
import { viewAt } from '../views.ts';
import type { BudgetScope } from './measurement.ts';

/**
 * The part of a page load that a budget is about: the views whose URL matches, and what started in them. Null when none does.
 */
export function scopeOf(page: Omit<PageAnalysis, 'budgetResults'>, match: string): BudgetScope | null {
  const views = page.views.filter(({ url }) => matchesPage(match, url));
  if (views.length === 0) return null;
  if (views.length === page.views.length) return page;
  const inScope = ({ startTime }: { readonly startTime: Milliseconds }) => {
    const view = viewAt(page.views, startTime);
    return view !== undefined && views.includes(view);
  };
  return {
    views,
    resources: page.resources.filter(inScope),
    layoutShifts: page.layoutShifts.filter(inScope),
    longTasks: page.longTasks.filter(inScope),
    interactions: page.interactions.filter(inScope),
  };
}
