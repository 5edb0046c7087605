import type { PageAnalysis } from '../model/analysis.ts';
import type { Budget } from '../model/budget.ts';
import type { EpochMilliseconds } from '../model/units.ts';

/** What the analysis of a page load needs to know beside the page load itself. */
export interface AnalysisContext {
  /** All budgets; those that match the page are applied. */
  readonly budgets: readonly Budget[];
  /** Page loads of the same session before this one, oldest first. */
  readonly earlier: readonly PageAnalysis[];
  /**
   * The moment of asking. An open page load that sent nothing until then was quiet until then, which TTI and TBT need to know;
   * without it a page load counts as observed until its last message.
   */
  readonly now?: EpochMilliseconds;
}
