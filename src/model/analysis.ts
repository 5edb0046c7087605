import type { BudgetResult } from './budget.ts';
import type { LongAnimationFrameEntry } from './entries.ts';
import type { HarOrigin } from './har-page.ts';
import type { Insight } from './insights.ts';
import type { MetricRecord, ViewRecord } from './metrics.ts';
import type { FailedResourceObservation, ImageObservation, ScriptErrorObservation } from './observations.ts';
import type { BrowserInfo } from './page-load.ts';
import type { ResourceRecord, ResourceTotal } from './resources.ts';
import type {
  HeapSample,
  InteractionRecord,
  LayoutShiftRecord,
  LoadEvents,
  LongTaskRecord,
  UserTimingRecord,
} from './timeline.ts';

/** A view with its metrics, in the order of METRIC_NAMES. */
export interface ViewAnalysis extends ViewRecord {
  readonly metrics: readonly MetricRecord[];
}

/** What analysis makes of one page load: the one source of the panel, the report and the command line. */
export interface PageAnalysis {
  readonly pageLoadId: string;
  /** What this was computed from: the sum of the revisions of the page load and of its frames'. */
  readonly revision: number;
  readonly views: readonly ViewAnalysis[];
  /** The document first, then requests by start time. */
  readonly resources: readonly ResourceRecord[];
  readonly totals: readonly ResourceTotal[];
  readonly layoutShifts: readonly LayoutShiftRecord[];
  readonly longTasks: readonly LongTaskRecord[];
  /** Long animation frames by start time. */
  readonly animationFrames: readonly LongAnimationFrameEntry[];
  readonly interactions: readonly InteractionRecord[];
  readonly loadEvents: LoadEvents;
  readonly userTimings: readonly UserTimingRecord[];
  readonly heapSamples: readonly HeapSample[];
  /** The browser that recorded it. */
  readonly browser: BrowserInfo;
  /** The census of images. */
  readonly images: readonly ImageObservation[];
  readonly failedResources: readonly FailedResourceObservation[];
  readonly scriptErrors: readonly ScriptErrorObservation[];
  /** The entry types that the browser reports. */
  readonly supportedEntryTypes: readonly string[];
  /** Absent in what was recorded; else the page load was read from a HAR file. */
  readonly har?: HarOrigin;
  readonly insights: readonly Insight[];
  readonly budgetResults: readonly BudgetResult[];
}
