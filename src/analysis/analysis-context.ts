import type { PageAnalysis } from '../model/analysis.ts';
import type { Budget } from '../model/budget.ts';

/** What the analysis of a page load needs to know beside the page load itself. */
export interface AnalysisContext {
  /** All budgets; those that match the page are applied. */
  readonly budgets: readonly Budget[];
  /** Page loads of the same session before this one, oldest first. */
  readonly earlier: readonly PageAnalysis[];
}
