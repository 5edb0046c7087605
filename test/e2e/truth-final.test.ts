import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { painted } from '../../src/cli/visit/painted.ts';
import { VITAL_NAMES } from '../../src/model/metrics.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { DEMO_PAGES } from '../pages/demo/faults.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { measureVitals, type PageVitals } from './support/page-vitals.ts';
import { storedLoad } from './support/stored-loads.ts';

/** Milliseconds; CLS is far closer. */
const TOLERANCE = 1;
const CLS_TOLERANCE = 0.001;

/** How a page is left at once after a click that it answered late: another path each, to tell the page loads apart. */
const WAYS = [
  { way: 'by following a link', path: DEMO_PAGES.product, leave: follow },
  { way: 'by closing its tab', path: `${DEMO_PAGES.product}/reviews`, leave: (page: Page) => page.close() },
] as const;

let demo: Demo;
let chromium: TestBrowser;

beforeAll(async () => {
  demo = await startDemo();
  chromium = await launchExtension();
});
afterAll(async () => {
  await chromium?.close();
  await demo?.close();
});

describe.each(WAYS)('a page that is left $way right after a click', ({ path, leave }) => {
  let stored: PageSnapshot;
  let vitals: PageVitals;

  beforeAll(async () => {
    const page = await chromium.browser.newPage();
    const readVitals = await measureVitals(page);
    await page.goto(demo.url + path);
    await page.waitForSelector('#promo-banner.open');
    await painted(page);
    await page.click('#add-to-cart');
    await poll(async () => (await readVitals(path)).INP ?? null, {
      every: 10,
      timeout: 10_000,
      onTimeout: () => new Error('The browser told the page of no interaction within 10 s.'),
    });
    await leave(page);
    stored = await storedLoad(
      chromium.extensionPage,
      demo.url + path,
      'a final record',
      ({ pageLoad }) => pageLoad.state === 'ended',
    );
    const reader = page.isClosed() ? await chromium.browser.newPage() : page;
    if (reader !== page) await reader.goto(`${demo.url}/images/favicon.svg`);
    vitals = await readVitals(path, reader);
    await reader.close();
  });

  test.each(VITAL_NAMES)('has its final %s, that of web-vitals in the page', (name) => {
    const vital = stored.pageLoad.vitals.find((candidate) => candidate.name === name && candidate.viewId === 'load');
    expect(vital?.final).toBe(true);
    const difference = Math.abs((vital?.value ?? Number.NaN) - (vitals[name] ?? Number.NaN));
    expect(difference).toBeLessThanOrEqual(name === 'CLS' ? CLS_TOLERANCE : TOLERANCE);
  });

  test('has a closed ledger', () => {
    expect(stored.pageLoad.ledger).toMatchObject({ made: stored.entries.length, complete: true });
  });
});

async function follow(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('a[href="/cart"]')]);
}
