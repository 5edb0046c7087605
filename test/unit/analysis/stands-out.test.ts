import { expect, test } from 'vitest';
import { analyzePage } from '../../../src/analysis/analyze-page.ts';
import { STARTER_BUDGET } from '../../../src/analysis/budgets/starter.ts';
import { standsOut } from '../../../src/analysis/stands-out.ts';
import type { EntryRecord } from '../../../src/model/entries.ts';
import type { VitalRecord } from '../../../src/model/metrics.ts';
import { finding, insight } from '../../fixtures/builders/analysis.ts';
import { deviceObservation, imageObservation } from '../../fixtures/builders/observations.ts';
import { pageSnapshot, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, PAGE_ORIGIN, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { longTaskEntry, paintEntry, shiftEntry, shiftSource } from '../../fixtures/builders/timeline-entries.ts';

const HERO = `${PAGE_ORIGIN}/hero.jpg`;

/** A shop's page as they often are: three things make it bad, and a dozen could be better. */
const ENTRIES: readonly EntryRecord[] = [
  navigationEntry({ requestStart: 23, responseStart: 620, responseEnd: 700, loadEventStart: 4900, loadEventEnd: 5000 }),
  resourceEntry({
    name: `${PAGE_ORIGIN}/site.css`,
    startTime: 710,
    initiatorType: 'link',
    renderBlockingStatus: 'blocking',
    requestStart: 715,
    responseStart: 1500,
    responseEnd: 1650,
  }),
  resourceEntry({
    name: `${PAGE_ORIGIN}/main-4f2a.js`,
    startTime: 712,
    transferSize: 420_000,
    encodedBodySize: 419_700,
  }),
  resourceEntry({
    name: HERO,
    startTime: 2600,
    initiatorType: 'img',
    contentType: 'image/jpeg',
    responseEnd: 4300,
    transferSize: 900_300,
    encodedBodySize: 900_000,
    decodedBodySize: 900_000,
  }),
  resourceEntry({
    name: `${PAGE_ORIGIN}/footer.png`,
    startTime: 750,
    initiatorType: 'img',
    contentType: 'image/png',
    transferSize: 60_300,
    encodedBodySize: 60_000,
    decodedBodySize: 60_000,
  }),
  resourceEntry({
    name: `${PAGE_ORIGIN}/zones.json`,
    startTime: 2000,
    initiatorType: 'fetch',
    contentType: 'application/json',
    transferSize: 70_300,
    encodedBodySize: 70_000,
    decodedBodySize: 70_000,
  }),
  resourceEntry({ name: `${PAGE_ORIGIN}/gone.png`, startTime: 760, initiatorType: 'img', responseStatus: 404 }),
  resourceEntry({ name: `${PAGE_ORIGIN}/text.woff2`, startTime: 1700, initiatorType: 'css', responseEnd: 1850 }),
  paintEntry({ name: 'first-paint', startTime: 1700 }),
  paintEntry({ startTime: 1700 }),
  longTaskEntry({ startTime: 1900, duration: 130 }),
  shiftEntry({ startTime: 3000, value: 0.3, sources: [shiftSource({ node: '#banner', previousRect: [0, 0, 0, 0] })] }),
  deviceObservation({ devicePixelRatio: 1 }),
  imageObservation({ name: HERO, element: '#hero', width: 1600, height: 900, startTime: 5100 }),
  imageObservation({
    name: `${PAGE_ORIGIN}/footer.png`,
    element: '#footer',
    naturalWidth: 300,
    naturalHeight: 200,
    width: 300,
    height: 200,
    inViewport: false,
    startTime: 5100,
  }),
];

const VITALS: readonly VitalRecord[] = [
  vitalRecord({
    value: 4400,
    attribution: {
      target: '#hero',
      url: HERO,
      timeToFirstByte: 620,
      resourceLoadDelay: 1980,
      resourceLoadDuration: 1700,
      elementRenderDelay: 100,
    },
  }),
  vitalRecord({ name: 'CLS', value: 0.3 }),
];

test('the first three are what a performance engineer would mend first', () => {
  const { insights } = analyzePage(pageSnapshot(ENTRIES, { vitals: VITALS }), {
    budgets: [STARTER_BUDGET],
    earlier: [],
  });
  const outstanding = standsOut(insights);
  expect(outstanding.slice(0, 3).map(({ insightId, url, selector }) => [insightId, url ?? selector])).toEqual([
    ['lcp-resource', HERO],
    ['layout-shifts', '#banner'],
    ['render-blocking', `${PAGE_ORIGIN}/site.css`],
  ]);
  // What else is wrong is found all the same, and is worth less.
  const failed = insights.filter(({ status }) => status === 'fail').map(({ id }) => id);
  expect(failed).toEqual(
    expect.arrayContaining(['lcp-discovery', 'failed-requests', 'uncompressed-text', 'offscreen-images', 'late-fonts']),
  );
});

test('of equal severity, what saves the most time comes first; bytes are time too, and no estimate is a usual one', () => {
  const wins = (id: string, savings: { ms?: number; bytes?: number } | null) =>
    insight({ id, findings: [finding({ url: `https://shop.example/${id}`, ...(savings && { savings }) })] });
  const insights = [
    wins('some-bytes', { bytes: 500_000 }),
    wins('unknown', null),
    wins('much-time', { ms: 1500 }),
    wins('little-time', { ms: 600 }),
    wins('many-bytes', { bytes: 5_000_000 }),
  ];
  expect(standsOut(insights).map(({ insightId }) => insightId)).toEqual([
    'many-bytes',
    'much-time',
    'unknown',
    'little-time',
    'some-bytes',
  ]);
});
