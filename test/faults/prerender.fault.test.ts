// Row 22 of the fault catalogue.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { launchExtension, type TestBrowser } from '../e2e/support/extension.ts';
import { storedLoad } from '../e2e/support/stored-loads.ts';
import { type CollectorPages, startCollectorPages } from '../pages/collector-pages.ts';
import { printFigures } from './support/row.ts';
import { readLoads } from './support/stored.ts';

let pages: CollectorPages;
let chromium: TestBrowser;

beforeAll(async () => {
  pages = await startCollectorPages();
  chromium = await launchExtension();
});
afterAll(async () => {
  await chromium?.close();
  await pages?.close();
});

test('row 22: of ten prerendered pages the five that were shown are page loads', async () => {
  const ROUNDS = 5;
  const shown = `${pages.url}/prerendered`;
  const loadsOf = async (url: string) => (await readLoads(chromium.extensionPage, url, false)).length;
  for (let round = 1; round <= ROUNDS; round++) {
    const page = await chromium.browser.newPage();
    await page.goto(`${pages.url}/prerenders`);
    await poll(async () => Math.min(pages.asked('/prerendered'), pages.asked('/never-shown')) >= round || null, {
      every: 50,
      timeout: 20_000,
      onTimeout: () => new Error(`The browser did not prerender both pages of round ${round} within 20 s.`),
    });
    expect(await loadsOf(shown)).toBe(round - 1);
    // Puppeteer loses sight of a navigation in which the prerendered page takes the place of this one; the store does not.
    await page.evaluate(() => void setTimeout(() => document.querySelector('a')?.click()));
    await poll(async () => (await loadsOf(shown)) >= round || null, {
      every: 50,
      timeout: 20_000,
      onTimeout: () => new Error(`The page that was shown in round ${round} did not come to the store within 20 s.`),
    });
    await page.close();
  }
  const { pageLoad } = await storedLoad(chromium.extensionPage, shown, 'anything');
  const [activated, phantoms] = [await loadsOf(shown), await loadsOf(`${pages.url}/never-shown`)];
  printFigures(
    22,
    `prerendered ${2 * ROUNDS}, shown ${ROUNDS}, page loads ${activated}, of pages never shown ${phantoms}`,
  );
  expect(pageLoad.views[0]?.kind).toBe('prerender');
  expect(activated).toBe(ROUNDS);
  expect(phantoms).toBe(0);
});
