import type { PageAnalysis } from '../model/analysis.ts';
import type { Budget } from '../model/budget.ts';
import type { BaselineSample } from './budgets/baseline.ts';

import type { InsightRule } from './insights/insight-rule.ts';
import type { HostNames } from './resources/party.ts';

/** What the analysis of a page load needs to know beside the page load itself. */
export interface AnalysisContext {
  /** All budgets; those that match the page are applied. */
  readonly budgets: readonly Budget[];
  /** Page loads of the same session before this one, oldest first. */
  readonly earlier: readonly PageAnalysis[];
  /** What relative limits are compared with: views of page loads before this one, of any session, oldest first. */
  readonly samples?: readonly BaselineSample[];
  /** Who is behind hosts; without it a sub-domain of the page's own host is first party, and no entity is known. */
  readonly hosts?: HostNames;
  /** The rules to run; all of them unless told otherwise. */
  readonly rules?: readonly InsightRule[];
}
