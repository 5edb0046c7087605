import type { MetricName } from '../../../model/metrics.ts';
import { analysisOf } from '../../analysis-of.ts';
import { instant, type TraceContext, type TraceEvent } from './trace-event.ts';

const LOADING = 'loading,rail,devtools.timeline';

/** What happened to the page as a whole: its navigation, the moments of its load, its paints. */
export function pageEvents(context: TraceContext): readonly TraceEvent[] {
  const { load, frame, navigationId, at } = context;
  const { loadEvents } = analysisOf(load);
  // DevTools refuses a trace whose paints and marks lack one of these.
  const page = {
    frame,
    data: { frame, navigationId, isMainFrame: true, isOutermostMainFrame: true, candidateIndex: 1, size: 0 },
  };
  const moment = (name: string, ms: number | null, category = LOADING): readonly TraceEvent[] =>
    ms === null ? [] : [instant(name, category, at(ms), page)];
  return [
    instant('navigationStart', 'blink.user_timing', at(0), {
      frame,
      data: { documentLoaderURL: load.url, isLoadingMainFrame: true, isOutermostMainFrame: true, navigationId },
    }),
    ...moment('firstContentfulPaint', metricValue(context, 'FCP')),
    ...moment('largestContentfulPaint::Candidate', metricValue(context, 'LCP')),
    ...moment('MarkDOMContent', loadEvents.domContentLoaded, 'devtools.timeline'),
    ...moment('MarkLoad', loadEvents.load, 'devtools.timeline'),
  ];
}

function metricValue({ load }: TraceContext, name: MetricName): number | null {
  return load.views[0]?.metrics.find((metric) => metric.name === name)?.value ?? null;
}
