import { expect, test } from 'vitest';
import { loadMarkers, loadMoments, timelineEnd } from '../../../../src/panel/state/timeline-range.ts';
import { metricRecord, pageAnalysis } from '../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

test('marks the paints and the load event, but nothing that is not known', () => {
  const metrics = [metricRecord({ value: 1200 }), metricRecord({ name: 'FCP', value: null, state: 'no-data' })];
  const analysis = pageAnalysis({ views: [{ ...viewRecord(), metrics }] });
  expect(loadMarkers(analysis)).toEqual([
    { label: 'Load', time: 510 },
    { label: 'LCP', time: 1200 },
  ]);
});

test('the moments of the load are by time', () => {
  const metrics = [metricRecord({ value: 1200 }), metricRecord({ name: 'TTFB', value: 60 })];
  const analysis = pageAnalysis({
    views: [{ ...viewRecord(), metrics }],
    loadEvents: { domContentLoaded: 300, load: null },
  });
  expect(loadMoments(analysis).map(({ label }) => label)).toEqual(['TTFB', 'DCL', 'LCP']);
});

test('ends behind the last of what is shown and of the load', () => {
  const analysis = pageAnalysis();
  expect(timelineEnd(analysis, [{ startTime: 3000, duration: 500 }])).toBeGreaterThan(3500);
  expect(timelineEnd(analysis, [])).toBeGreaterThan(510);
});
