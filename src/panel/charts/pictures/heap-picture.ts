import type { PageAnalysis } from '../../../model/analysis.ts';
import { formatBytes } from '../../format.ts';
import { loadMarkers, timelineEnd } from '../../state/timeline-range.ts';
import type { XyChartData } from '../xy-data.ts';
import { timeAxis, timeMarkers } from './time-axis.ts';

/** The JavaScript heap over time. */
export function heapPicture(analysis: Pick<PageAnalysis, 'views' | 'loadEvents' | 'heapSamples'>): XyChartData {
  const { heapSamples } = analysis;
  return {
    x: timeAxis(timelineEnd(analysis, heapSamples)),
    y: { min: 0, format: (bytes) => formatBytes(bytes) },
    series: [
      {
        label: 'JavaScript heap',
        color: 'part-1',
        shape: 'line',
        filled: true,
        points: heapSamples.map(({ startTime, usedJSHeapSize }) => ({ x: startTime, y: usedJSHeapSize })),
      },
    ],
    markers: timeMarkers(loadMarkers(analysis)),
  };
}
