import { expect, test } from 'vitest';
import { loadPicture } from '../../../../../src/panel/charts/pictures/load-picture.ts';
import { metricRecord, pageAnalysis, resourceRecord } from '../../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../../fixtures/builders/page-loads.ts';

const request = (startTime: number, duration: number, bytes: number | null = 1000) =>
  resourceRecord({
    startTime,
    duration,
    transferSize: bytes === null ? { value: null, source: 'unknown' } : { value: bytes, source: 'har' },
  });

const loaded = (...resources: ReturnType<typeof request>[]) =>
  pageAnalysis({
    views: [{ ...viewRecord(), metrics: [metricRecord({ value: 800 })] }],
    loadEvents: { domContentLoaded: 300, load: 500 },
    resources,
  });

test('counts the requests in flight at each moment, the most of them and when', () => {
  const picture = loadPicture(loaded(request(0, 100), request(50, 200), request(100, 50), request(100, 0)));
  expect(picture.most).toEqual({ requests: 2, time: 50 });
  const inFlight = picture.chart.series.find(({ label }) => label === 'Requests in flight')?.points ?? [];
  const at = (time: number) => inFlight.findLast(({ x }) => x <= time)?.y;
  expect([0, 60, 120, 200, 260].map(at)).toEqual([1, 2, 2, 1, 0]);
  expect(inFlight.every(({ y }) => y >= 0)).toBe(true);
});

test('adds up what is known to have been received, and says of how many the size is not known', () => {
  const picture = loadPicture(loaded(request(0, 100, 5000), request(10, 300, null), request(20, 400, 700)));
  expect(picture).toMatchObject({ requests: 3, bytes: 5700, unknown: 1 });
  const received = picture.chart.series.find(({ onRight }) => onRight)?.points ?? [];
  expect(received.findLast(({ x }) => x <= 200)?.y).toBe(5000);
  expect(received.at(-1)?.y).toBe(5700);
});

test('ends with the last moment of the load and what was requested before it; what came later is counted', () => {
  const picture = loadPicture(loaded(request(700, 400), request(900, 5000)));
  expect(picture).toMatchObject({ requests: 1, later: 1 });
  expect(picture.chart.x.max).toBeGreaterThan(1100);
  expect(picture.chart.x.max).toBeLessThan(1300);
  expect(picture.chart.markers?.map(({ label }) => label)).toEqual([
    'DCL 300\u00a0ms',
    'Load 500\u00a0ms',
    'LCP 800\u00a0ms',
  ]);
});

test('shows all that there is while the load goes on', () => {
  const analysis = { ...loaded(request(900, 5000)), loadEvents: { domContentLoaded: null, load: null } };
  expect(loadPicture(analysis)).toMatchObject({ requests: 1, later: 0 });
});

test('holds the most requests at once of 50,000 in no more points than can be told apart', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => request(index, 3.5));
  const { chart, most } = loadPicture({
    ...loaded(...many, request(31_000.2, 0.1)),
    loadEvents: { domContentLoaded: null, load: null },
  });
  const inFlight = chart.series.find(({ label }) => label === 'Requests in flight')?.points ?? [];
  expect(most).toEqual({ requests: 5, time: 31_000.2 });
  expect(inFlight.length).toBeLessThan(900);
  expect(inFlight.length).toBeGreaterThan(400);
  expect(inFlight.at(-1)?.y).toBe(0);
});
