import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import type { PageAnalysis } from '../../src/model/analysis.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { BUSY_MS } from '../pages/metrics/busy.ts';
import { startMetricsPages } from '../pages/metrics/metrics-pages.ts';
import { openInBackground } from './support/background-tab.ts';
import { besidePages } from './support/beside-pages.ts';
import { readKnown, seen } from './support/known-entries.ts';
import { analysisOf, metricOf } from './support/measured.ts';
import { entriesOf, storedLoad } from './support/stored-loads.ts';

const suite = besidePages(startMetricsPages);

/** Metrics that start with a paint, which browsers hold back in hidden suite.pages. */
const PAINTED = ['LCP', 'FCP', 'TBT', 'TTI'] as const;

describe('a page that is busy after its first paint', () => {
  test('has TTI at the end of its last long task, and TBT of those since the paint', async () => {
    const page = await suite.chromium.browser.newPage();
    await page.goto(`${suite.pages.url}/busy`);
    const { analysis, interactive } = await untilInteractive(page);
    for (const name of ['TTI', 'TBT'] as const) {
      expect(metricOf(analysis, name)).toMatchObject({ state: 'measured', value: interactive[name] });
    }
    await page.close();
  });
});

describe('a page opened in a background tab', () => {
  test('has no clean metric that starts with a paint, neither while hidden nor once shown', async () => {
    const url = `${suite.pages.url}/busy?in-background`;
    const { page, show } = await openInBackground(suite.chromium.browser, suite.chromium.extensionPage, url);
    await page.waitForFunction(() => document.readyState === 'complete');
    expect(seen(await readKnown(page), 'paint')).toEqual([]);
    const loaded = (snapshot: PageSnapshot) =>
      entriesOf(snapshot, 'navigation').some(({ loadEventEnd }) => loadEventEnd > 0);
    const hidden = analysisOf(await storedLoad(suite.chromium.extensionPage, url, 'its navigation', loaded));
    for (const name of PAINTED) {
      const { state, value, stateReason } = metricOf(hidden, name);
      expect({ state, value }, name).toEqual({ state: 'no-data', value: null });
      expect(stateReason, name).toMatch(/opened in the background/);
    }

    await show();
    const { analysis, interactive } = await untilInteractive(page);
    expect((await readKnown(page)).entries.find(({ entryType }) => entryType === 'visibility-state')).toMatchObject({
      name: 'hidden',
      startTime: 0,
    });
    for (const name of ['TTI', 'TBT'] as const) {
      expect(metricOf(analysis, name)).toMatchObject({ state: 'inflated', value: interactive[name] });
      expect(metricOf(analysis, name).stateReason, name).toMatch(/was hidden from 0 ms until/);
    }
    // web-vitals leaves out what was painted after the page had been hidden.
    for (const name of ['LCP', 'FCP'] as const) {
      expect(metricOf(analysis, name).state, name).not.toBe('measured');
      expect(metricOf(analysis, name).stateReason, name).toMatch(/opened in the background|was hidden/);
    }
    expect(metricOf(analysis, 'TTFB').state).toBe('measured');
    await page.close();
  });
});

/** Waits until the page was quiet for long enough; answers TTI and TBT as Vitalog has them, and as the page's own entries give them. */
async function untilInteractive(page: Page): Promise<{
  readonly analysis: PageAnalysis;
  readonly interactive: { readonly TTI: number; readonly TBT: number };
}> {
  const analysis = await poll(
    async () => {
      const snapshot = await storedLoad(suite.chromium.extensionPage, page.url(), 'anything');
      const made = analysisOf(snapshot);
      return metricOf(made, 'TTI').state === 'no-data' ? null : made;
    },
    { every: 200, timeout: 20_000, onTimeout: () => new Error(`${page.url()} has no TTI after 20 s.`) },
  );
  const known = await readKnown(page);
  const { startTime: paint } = seen(known, 'paint').at(-1) ?? { startTime: Number.NaN };
  const since = seen(known, 'longtask').filter(({ startTime, duration }) => startTime + duration > paint);
  expect(since.length, 'long tasks after the paint').toBeGreaterThanOrEqual(BUSY_MS.afterPaint.length);
  const TTI = Math.max(...since.map(({ startTime, duration }) => startTime + duration));
  const blocked = since.map(({ startTime, duration }) => startTime + duration - Math.max(startTime, paint) - 50);
  const TBT = blocked.reduce((sum, ms) => sum + Math.max(0, ms), 0);
  expect(TBT).toBeGreaterThanOrEqual(BUSY_MS.afterPaint.reduce((sum, ms) => sum + ms - 50, 0));
  return { analysis, interactive: { TTI, TBT } };
}
