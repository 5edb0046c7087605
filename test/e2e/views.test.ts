// Vitals of every kind of view but the plain load, beside web-vitals in the page's own world.
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { analyzeSession } from '../../src/analysis/analyze-session.ts';
import { poll } from '../../src/cli/browser/poll.ts';
import type { VitalName } from '../../src/model/metrics.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { STEP, scoreOf } from '../pages/metrics/layout-shifts.ts';
import { startMetricsPages } from '../pages/metrics/metrics-pages.ts';
import { type AttributedVitals, attributeVitals } from './support/attributed-vitals.ts';
import { besidePages } from './support/beside-pages.ts';
import { waitForSeen } from './support/known-entries.ts';
import { analysisOf, metricOf } from './support/measured.ts';
import { entriesOf, storedLoad } from './support/stored-loads.ts';

/** Digits of a layout shift score that must be right. */
const SCORE_DIGITS = 3;
/** Two copies of web-vitals that wait for a frame may see it a frame apart, in ms. */
const FRAME_MS = 17;

const suite = besidePages(startMetricsPages);

/** Opens a page beside web-vitals. */
async function open(path: string) {
  const page = await suite.chromium.browser.newPage();
  const readVitals = await attributeVitals(page);
  await page.goto(suite.pages.url + path);
  return { page, readVitals };
}

/** What web-vitals in the page says once it has all these vitals in a view of that kind. */
function untilMeasured(
  readVitals: () => Promise<AttributedVitals>,
  kind: string,
  names: readonly VitalName[],
): Promise<AttributedVitals> {
  const isThere = (vitals: AttributedVitals) => names.every((name) => vitals[name]?.navigationType === kind);
  return poll(
    async () => {
      const vitals = await readVitals();
      return isThere(vitals) && (vitals.CLS?.value ?? 0) > 0 ? vitals : null;
    },
    {
      every: 50,
      timeout: 15_000,
      onTimeout: () => new Error(`web-vitals tells nothing of a view by ${kind} in 15 s.`),
    },
  );
}

const ended = ({ pageLoad }: PageSnapshot) => pageLoad.state === 'ended';

/** The stored page load of a page that is left and closed now. Chromium lets the frames of a tab that is closed say no last word. */
async function left(page: Page, path: string): Promise<PageSnapshot> {
  await page.goto(`${suite.pages.url}/away`);
  await page.close();
  return storedLoad(suite.chromium.extensionPage, suite.pages.url + path, 'a final record', ended);
}

async function viewportOf(page: Page) {
  return page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
}

test('a page that is restored from bfcache has vitals of its own from then on', async () => {
  const { page, readVitals } = await open('/returns');
  await waitForSeen(page, 'largest-contentful-paint', 1);
  await page.goto(`${suite.pages.url}/away`);
  await page.evaluate(() => history.back());
  await page.waitForFunction(`location.pathname === '/returns' && document.readyState === 'complete'`);
  const vitals = await untilMeasured(readVitals, 'back-forward-cache', ['FCP', 'LCP', 'CLS', 'TTFB']);
  const viewport = await viewportOf(page);
  const analysis = analysisOf(await left(page, '/returns'));
  expect(analysis.views.map(({ kind }) => kind)).toEqual(['load', 'bfcache']);
  expect(metricOf(analysis, 'CLS', 0).value).toBe(0);
  for (const name of ['FCP', 'LCP', 'TTFB'] as const) {
    const value = metricOf(analysis, name, 1).value ?? Number.NaN;
    expect(Math.abs(value - (vitals[name]?.value ?? Number.NaN)), name).toBeLessThanOrEqual(FRAME_MS);
  }
  expect(metricOf(analysis, 'CLS', 1).value).toBeCloseTo(scoreOf(STEP, viewport), SCORE_DIGITS);
  expect(metricOf(analysis, 'CLS', 1).value).toBe(vitals.CLS?.value);
  expect(analysis.layoutShifts.map(({ sessionWindow }) => sessionWindow?.viewId)).toEqual([analysis.views[1]?.viewId]);
});

test('a soft navigation has vitals of its own, counted from the interaction that began it', async () => {
  const { page, readVitals } = await open('/routes');
  await waitForSeen(page, 'largest-contentful-paint', 1);
  await page.click('button');
  const vitals = await untilMeasured(readVitals, 'soft-navigation', ['LCP', 'CLS']);
  const viewport = await viewportOf(page);
  const analysis = analysisOf(await left(page, '/routes'));
  expect(analysis.views.map(({ kind }) => kind)).toEqual(['load', 'soft-navigation']);
  expect(metricOf(analysis, 'LCP', 1)).toMatchObject({ state: 'measured', value: vitals.LCP?.value });
  expect(metricOf(analysis, 'CLS', 0).value).toBe(0);
  expect(metricOf(analysis, 'CLS', 1).value).toBeCloseTo(scoreOf(STEP, viewport), SCORE_DIGITS);
  expect(metricOf(analysis, 'CLS', 1).value).toBe(vitals.CLS?.value);
});

test('a page that was prerendered is measured from the moment in which it is shown', async () => {
  const page = await suite.chromium.browser.newPage();
  await page.goto(`${suite.pages.url}/prerenders`);
  const reader = await suite.chromium.browser.newPage();
  await reader.goto(`${suite.pages.url}/away`);
  await page.bringToFront();
  await page.waitForFunction(() => {
    const [rules] = document.getElementsByTagName('script');
    return rules !== undefined && document.readyState === 'complete';
  });
  // Puppeteer loses sight of a navigation in which the prerendered page takes the place of this one.
  await page.evaluate(() => void setTimeout(() => document.querySelector('a')?.click(), 1000));
  const vitals = await poll(
    async () => {
      const text = await reader.evaluate(() => localStorage.getItem('vitals'));
      const all = JSON.parse(text ?? '{}') as Readonly<Record<string, { value: number; navigationType: string }>>;
      return all.LCP && all.FCP && all.TTFB ? all : null;
    },
    { every: 50, timeout: 20_000, onTimeout: () => new Error('The prerendered page measured nothing within 20 s.') },
  );
  expect(vitals.LCP?.navigationType).toBe('prerender');
  const hasVitals = ({ pageLoad }: PageSnapshot) =>
    ['LCP', 'FCP', 'TTFB'].every((name) => pageLoad.vitals.some((vital) => vital.name === name));
  const snapshot = await storedLoad(
    suite.chromium.extensionPage,
    `${suite.pages.url}/prerendered`,
    'its vitals',
    hasVitals,
  );
  const analysis = analysisOf(snapshot);
  expect(analysis.views.map(({ kind }) => kind)).toEqual(['prerender']);
  for (const name of ['LCP', 'FCP', 'TTFB'] as const) {
    const metric = metricOf(analysis, name);
    expect(metric.state, name).toBe('measured');
    expect(Math.abs((metric.value ?? Number.NaN) - (vitals[name]?.value ?? Number.NaN)), name).toBeLessThanOrEqual(1);
  }
  expect(entriesOf(snapshot, 'navigation')[0]?.activationStart).toBeGreaterThan(500);
  await Promise.all([page.close(), reader.close()]);
});

test('what moves inside a frame is not in the CLS of the page around it, nor the other way round', async () => {
  const { page, readVitals } = await open('/around-frame');
  await waitForSeen(page, 'layout-shift', 1);
  const moving = await page.waitForFrame((frame) => frame.url().includes('/shifts'));
  await moving.waitForFunction(`known.entries.filter(({ entryType }) => entryType === 'layout-shift').length >= 2`);
  const vitals = await untilMeasured(readVitals, 'navigate', ['CLS']);
  const viewport = await viewportOf(page);
  const frameUrl = moving.url();
  const snapshot = await left(page, '/around-frame');
  const frame = await storedLoad(suite.chromium.extensionPage, frameUrl, 'its shifts', (found) => {
    return ended(found) && entriesOf(found, 'layout-shift').length === 2;
  });
  const [analyzed] = analyzeSession([snapshot, frame], Date.now());
  expect(analyzed?.frames).toHaveLength(1);
  const analysis = analyzed?.analysis ?? analysisOf(snapshot);
  expect(analysis.layoutShifts).toHaveLength(1);
  expect(metricOf(analysis, 'CLS').value).toBeCloseTo(scoreOf(STEP, viewport), SCORE_DIGITS);
  expect(metricOf(analysis, 'CLS').value).toBe(vitals.CLS?.value);
});
