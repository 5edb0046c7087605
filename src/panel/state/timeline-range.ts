import type { PageAnalysis } from '../../model/analysis.ts';
import type { Milliseconds } from '../../model/units.ts';

/** A moment of the load worth knowing on a timeline. */
export interface TimeMarker {
  readonly label: string;
  readonly time: Milliseconds;
}

const MOMENTS = ['TTFB', 'FCP', 'DCL', 'LCP', 'Load'] as const;
type Moment = (typeof MOMENTS)[number];

/** These moments of the load as far as they are known, by time: first byte, paints, DOMContentLoaded, load event. */
export function loadMoments(
  { views, loadEvents }: Pick<PageAnalysis, 'views' | 'loadEvents'>,
  moments: readonly Moment[] = MOMENTS,
): readonly TimeMarker[] {
  const metrics = views[0]?.metrics ?? [];
  const timeOf = (moment: Moment) => {
    if (moment === 'DCL') return loadEvents.domContentLoaded;
    if (moment === 'Load') return loadEvents.load;
    return metrics.find(({ name }) => name === moment)?.value ?? null;
  };
  return moments
    .flatMap((label) => {
      const time = timeOf(label);
      return time === null ? [] : [{ label, time }];
    })
    .sort((a, b) => a.time - b.time);
}

/** First contentful paint, the largest one and the load event: what matters where the load is not the subject. */
export function loadMarkers(analysis: Pick<PageAnalysis, 'views' | 'loadEvents'>): readonly TimeMarker[] {
  return loadMoments(analysis, ['FCP', 'LCP', 'Load']);
}

/** Where a timeline of these things and of the load ends: a little behind the last of them. */
export function timelineEnd(
  analysis: Pick<PageAnalysis, 'views' | 'loadEvents'>,
  spans: readonly { readonly startTime: Milliseconds; readonly duration?: Milliseconds }[],
): Milliseconds {
  let end = 1000;
  for (const { time } of loadMarkers(analysis)) end = Math.max(end, time);
  for (const { startTime, duration = 0 } of spans) end = Math.max(end, startTime + duration);
  return end * 1.04;
}
