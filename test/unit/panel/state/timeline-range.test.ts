import { expect, test } from 'vitest';
import { loadMarkers, timelineEnd } from '../../../../src/panel/state/timeline-range.ts';
import { metricRecord, pageAnalysis } from '../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

test('marks the paints and the load event, but nothing that is not known', () => {
  const metrics = [metricRecord({ value: 1200 }), metricRecord({ name: 'FCP', value: null, state: 'no-data' })];
  const analysis = pageAnalysis({ views: [{ ...viewRecord(), metrics }] });
  expect(loadMarkers(analysis)).toEqual([
    { label: 'LCP', time: 1200 },
    { label: 'load', time: 510 },
  ]);
});

test('ends behind the last of what is shown and of the load', () => {
  const analysis = pageAnalysis();
  expect(timelineEnd(analysis, [{ startTime: 3000, duration: 500 }])).toBeGreaterThan(3500);
  expect(timelineEnd(analysis, [])).toBeGreaterThan(510);
});
