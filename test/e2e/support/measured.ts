import { analyzeSession } from '../../../src/analysis/analyze-session.ts';
import type { PageAnalysis } from '../../../src/model/analysis.ts';
import type { MetricName, MetricRecord } from '../../../src/model/metrics.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';

/** What analysis makes of one stored page load at this moment. */
export function analysisOf(snapshot: PageSnapshot): PageAnalysis {
  const [page] = analyzeSession([snapshot], Date.now());
  if (page === undefined) throw new Error('The analysis has no page.');
  return page.analysis;
}

/** A metric of a page's view, the first one unless told. */
export function metricOf({ views }: PageAnalysis, name: MetricName, view = 0): MetricRecord {
  const metric = views[view]?.metrics.find((candidate) => candidate.name === name);
  if (metric === undefined) throw new Error(`The analysis has no ${name}.`);
  return metric;
}
