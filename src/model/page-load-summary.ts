import type { BudgetHistory } from './budget-history.ts';
import type { MetricName, MetricState, Rating } from './metrics.ts';
import type { BrowserInfo, Ledger } from './page-load.ts';
import type { ResourceTotal } from './resources.ts';
import type { EpochMilliseconds, Milliseconds } from './units.ts';

/** A metric without its attribution: enough for a list or a trend. `value` is null unless it is measured or inflated. */
export interface MetricSummary {
  readonly name: MetricName;
  readonly value: Milliseconds | null;
  readonly rating: Rating | null;
  readonly state: MetricState;
}

/** What the entries of a page load come to. */
export interface PageLoadSummary {
  /** The metrics of the load itself, that is of its first view. */
  readonly metrics: readonly MetricSummary[];
  /** Requests and transferred bytes per type, `total` and `third-party`. */
  readonly totals: readonly ResourceTotal[];
}

/** Broken limits of budgets, by level. */
export interface ViolationCounts {
  readonly warn: number;
  readonly error: number;
}

/** What is left of a page load when its entries are gone; enough for trends and relative budgets. */
export interface HistoryRecord {
  readonly pageLoadId: string;
  readonly sessionId: string;
  readonly origin: string;
  readonly url: string;
  readonly title: string;
  readonly timeOrigin: EpochMilliseconds;
  readonly navigationType: string | null;
  readonly browser: BrowserInfo;
  readonly ledger: Ledger;
  /** Null when the page load was deleted before it could be summed up. */
  readonly summary: PageLoadSummary | null;
  readonly violations: ViolationCounts | null;
  readonly budgetHistory?: BudgetHistory;
  readonly baseline: boolean;
  /** As in the page load's record. */
  readonly deletedAt: EpochMilliseconds | null;
}
