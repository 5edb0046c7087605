import { totalsOf } from '../analysis/resources/totals.ts';
import { createUserTimingLog } from '../analysis/timeline/user-timing-log.ts';
import type { PageAnalysis } from '../model/analysis.ts';
import type { EntryRecord } from '../model/entries.ts';
import type { BrowserInfo } from '../model/page-load.ts';
import type { ReportPageLoad } from '../model/report.ts';

/** Of reports whose browser does not matter to what is asked. */
const ANY_BROWSER: BrowserInfo = { name: 'unknown', version: 'unknown' };

/**
 * A report's page load as the analysis that it was exported from, for functions that take one (`verdictOf`). `browser` is that of
 * the report; without it, limits that are judged anew call it "this browser".
 */
export function analysisOf(load: ReportPageLoad, browser = ANY_BROWSER): PageAnalysis {
  return {
    pageLoadId: load.pageLoadId,
    revision: 0,
    views: load.views.map((view) => ({
      ...view,
      metrics: view.metrics.map((metric) => ({ ...metric, final: true })),
    })),
    resources: load.resources,
    totals: totalsOf(load.resources),
    layoutShifts: load.layoutShifts,
    longTasks: load.longTasks,
    interactions: load.interactions,
    ...timingsOf(load.entries),
    browser,
    supportedEntryTypes: load.supportedEntryTypes,
    ...(load.har && { har: load.har, loadEvents: load.har.loadEvents }),
    insights: load.insights,
    budgetResults: load.budgetResults,
  };
}

type FromEntries =
  | 'animationFrames'
  | 'loadEvents'
  | 'userTimings'
  | 'heapSamples'
  | 'images'
  | 'failedResources'
  | 'scriptErrors';

function timingsOf(entries: readonly EntryRecord[]): Pick<PageAnalysis, FromEntries> {
  const navigation = entries.findLast((entry) => entry.entryType === 'navigation');
  const userTimings = createUserTimingLog();
  for (const entry of entries) if (entry.entryType === 'mark' || entry.entryType === 'measure') userTimings.add(entry);
  return {
    animationFrames: entries.filter((entry) => entry.entryType === 'long-animation-frame'),
    loadEvents: {
      domContentLoaded: navigation?.domContentLoadedEventEnd || null,
      load: navigation?.loadEventEnd || null,
    },
    userTimings: userTimings.records(),
    heapSamples: entries.filter((entry) => entry.entryType === 'heap'),
    images: entries.filter((entry) => entry.entryType === 'image'),
    failedResources: entries.filter((entry) => entry.entryType === 'failed-resource'),
    scriptErrors: entries.filter((entry) => entry.entryType === 'script-error'),
  };
}
