import { METRIC_THRESHOLDS, rate } from '../../../analysis/metrics/thresholds.ts';
import type { PageAnalysis } from '../../../model/analysis.ts';
import { formatMs } from '../../format.ts';
import { loadMarkers, timelineEnd } from '../../state/timeline-range.ts';
import { TONE_OF_RATING } from '../../state/tone.ts';
import type { XyChartData } from '../xy-data.ts';
import { barSeries } from './bar-series.ts';
import { timeAxis, timeMarkers } from './time-axis.ts';

const RATINGS = { good: 'Good', warn: 'Needs improvement', error: 'Poor' };
const [GOOD, FAIR] = METRIC_THRESHOLDS.INP;

/** Interactions over time, as tall as they took. */
export function interactionPicture(analysis: Pick<PageAnalysis, 'views' | 'loadEvents' | 'interactions'>): XyChartData {
  const { interactions } = analysis;
  const until = timelineEnd(analysis, interactions);
  const spans = interactions.map(({ startTime, duration }) => ({
    startTime,
    duration,
    height: duration,
    tone: TONE_OF_RATING[rate('INP', duration)],
  }));
  return {
    x: timeAxis(until),
    y: { title: 'took', min: 0, reach: GOOD * 1.1, format: (time) => formatMs(time) },
    series: barSeries(spans, until, RATINGS),
    limits: [
      { label: `Good up to ${formatMs(GOOD)}`, at: GOOD, color: 'good-fill' },
      { label: `Poor over ${formatMs(FAIR)}`, at: FAIR, color: 'error-fill' },
    ],
    markers: timeMarkers(loadMarkers(analysis)),
  };
}
