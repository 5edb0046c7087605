import type { PageAnalysis } from '../../model/analysis.ts';
import type { Milliseconds } from '../../model/units.ts';

/** A moment of the load worth knowing on a timeline. */
export interface TimeMarker {
  readonly label: string;
  readonly time: Milliseconds;
}

/** First contentful paint, the largest one and the load event, as far as they are known. */
export function loadMarkers({ views, loadEvents }: PageAnalysis): readonly TimeMarker[] {
  const metrics = views[0]?.metrics ?? [];
  const metricValue = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? null;
  const moments = [
    ['FCP', metricValue('FCP')],
    ['LCP', metricValue('LCP')],
    ['load', loadEvents.load],
  ] as const;
  return moments.flatMap(([label, time]) => (time === null ? [] : [{ label, time }]));
}

/** Where a timeline of these things and of the load ends: a little behind the last of them. */
export function timelineEnd(
  analysis: PageAnalysis,
  spans: readonly { readonly startTime: Milliseconds; readonly duration?: Milliseconds }[],
): Milliseconds {
  let end = 1000;
  for (const { time } of loadMarkers(analysis)) end = Math.max(end, time);
  for (const { startTime, duration = 0 } of spans) end = Math.max(end, startTime + duration);
  return end * 1.04;
}
