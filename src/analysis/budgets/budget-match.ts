import type { Budget } from '../../model/budget.ts';
import { matchesPage } from '../glob.ts';

/** Whether a budget is about a page's URL: one of its patterns matches, and none of those that it excludes. */
export function matchesBudget({ match, exclude = [] }: Pick<Budget, 'match' | 'exclude'>, url: string): boolean {
  return patternsOf(match).some((pattern) => matchesPage(pattern, url)) && !exclude.some((p) => matchesPage(p, url));
}

/** The patterns of a budget as a list. */
export function patternsOf(match: Budget['match']): readonly string[] {
  return typeof match === 'string' ? [match] : match;
}
