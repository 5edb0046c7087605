import type { BudgetResult } from './budget.ts';
import type { EntryRecord } from './entries.ts';
import type { HarOrigin } from './har-page.ts';
import type { NetworkLog } from './har-request.ts';
import type { Insight } from './insights.ts';
import type { MetricRecord, ViewRecord } from './metrics.ts';
import type { BrowserInfo, Ledger, SelfCost } from './page-load.ts';
import type { ResourceRecord } from './resources.ts';
import type { Session } from './session.ts';
import type { InteractionRecord, LayoutShiftRecord, LongTaskRecord } from './timeline.ts';
import type { EpochMilliseconds } from './units.ts';

/** How much an export gives away: `default` hides values, `strict` hides names too, `raw` hides nothing. */
export type RedactionLevel = 'default' | 'strict' | 'raw';

/** A view with its metrics as exported. */
export interface ReportView extends ViewRecord {
  readonly metrics: readonly Omit<MetricRecord, 'final'>[];
}

/** A document in a frame of the page; its times count from its own `timeOrigin`. */
export interface ReportFrame {
  readonly pageLoadId: string;
  readonly url: string;
  readonly timeOrigin: EpochMilliseconds;
  readonly ledger: Ledger;
  readonly entries: readonly EntryRecord[];
}

export interface ReportPageLoad {
  readonly pageLoadId: string;
  readonly url: string;
  readonly title: string;
  readonly timeOrigin: EpochMilliseconds;
  readonly navigationType: string | null;
  readonly supportedEntryTypes: readonly string[];
  readonly ledger: Ledger;
  readonly selfCost: SelfCost;
  /** Null: DevTools were not open, so that the requests are those that the page's own timeline tells of. */
  readonly networkLog: NetworkLog | null;
  /** Absent in what was recorded; else the page load was read from a HAR file. */
  readonly har?: HarOrigin;
  readonly views: readonly ReportView[];
  readonly resources: readonly ResourceRecord[];
  readonly layoutShifts: readonly LayoutShiftRecord[];
  readonly longTasks: readonly LongTaskRecord[];
  readonly interactions: readonly InteractionRecord[];
  readonly insights: readonly Insight[];
  readonly budgetResults: readonly BudgetResult[];
  readonly entries: readonly EntryRecord[];
  readonly frames: readonly ReportFrame[];
}

/** The exported session, version 1; `report/session-report.schema.json` is its JSON Schema. */
export interface SessionReport {
  readonly format: 'vitalog-session';
  readonly version: 1;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly generator: { readonly name: string; readonly version: string; readonly browser: BrowserInfo };
  readonly redaction: { readonly level: RedactionLevel };
  readonly session: Session;
  readonly pageLoads: readonly ReportPageLoad[];
}
