import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { painted } from '../../src/cli/visit/painted.ts';
import { VITAL_NAMES } from '../../src/model/metrics.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { DEMO_PAGES } from '../pages/demo/faults.ts';
import { startDemo } from '../pages/demo/server.ts';
import { besidePages } from './support/beside-pages.ts';
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

const suite = besidePages(startDemo);

describe.each(WAYS)('a page that is left $way right after a click', ({ path, leave }) => {
  let stored: PageSnapshot;
  let vitals: PageVitals;

  beforeAll(async () => {
    const page = await suite.chromium.browser.newPage();
    const readVitals = await measureVitals(page);
    await page.goto(suite.pages.url + path);
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
      suite.chromium.extensionPage,
      suite.pages.url + path,
      'a final record',
      ({ pageLoad }) => pageLoad.state === 'ended',
    );
    const reader = page.isClosed() ? await suite.chromium.browser.newPage() : page;
    if (reader !== page) await reader.goto(`${suite.pages.url}/images/favicon.svg`);
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
