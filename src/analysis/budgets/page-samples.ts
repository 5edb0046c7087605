import type { PageAnalysis } from '../../model/analysis.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { BaselineSample } from './baseline.ts';
import { limitMetric } from './limit-metrics.ts';
import { scopeOfView } from './page-scope.ts';
import { urlPattern } from './url-pattern.ts';

/** What a page load offers to baselines, view by view; a value is measured when it is asked for. */
export function samplesOf(
  { pageLoadId, sessionId, timeOrigin }: Pick<PageLoadRecord, 'pageLoadId' | 'sessionId' | 'timeOrigin'>,
  page: PageAnalysis,
): readonly BaselineSample[] {
  return page.views.map((view) => ({
    pageLoadId,
    sessionId,
    timeOrigin,
    pattern: urlPattern(view.url),
    value(metric) {
      const measured = limitMetric(metric).measure(scopeOfView(page, view));
      // What is only known in part would pass for less than it was, and what was disturbed for more.
      return measured.value !== null && measured.atLeast === null && measured.atMost === null ? measured.value : null;
    },
  }));
}
