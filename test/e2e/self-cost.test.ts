import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import type { AssetServer } from '../pages/asset-server.ts';
import { startKnownPages } from '../pages/known-page.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { entriesOf, storedLoad } from './support/stored-loads.ts';

/** As much slower as makes a flood too dear that any limit of entries lets pass. */
const SLOWER = 20;
/** Marks that cost more to copy than most, 100 a task, until told that there are enough. */
const FLOOD = `(async () => {
  const detail = Array.from({ length: 60 }, () => ({ a: 1 }));
  let made = 0;
  while (!globalThis.enough) {
    for (let i = 0; i < 100; i++) performance.mark('dear-' + made++, { detail });
    performance.clearMarks();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return made;
})()`;

let pages: AssetServer;
let chromium: TestBrowser;

beforeAll(async () => {
  pages = await startKnownPages();
  chromium = await launchExtension();
});
afterAll(async () => {
  await chromium?.close();
  await pages?.close();
});

it('backs off when a page makes recording dear, and says so in the ledger and the panel', async () => {
  const page = await chromium.browser.newPage();
  const url = `${pages.url}/flood`;
  await page.goto(url);
  await page.emulateCPUThrottling(SLOWER);
  const flood = page.evaluate(FLOOD);
  const dear = await storedLoad(chromium.extensionPage, url, 'a back-off', ({ pageLoad }) => {
    return pageLoad.selfCost.backOff > 0 && pageLoad.ledger.dropped.caps > 0;
  });
  expect(dear.pageLoad.selfCost.mainThreadMs).toBeGreaterThan(3000);
  await page.evaluate('globalThis.enough = true');
  const made = (await flood) as number;
  await page.emulateCPUThrottling(1);
  await page.evaluate(`fetch('/after').then((response) => response.text())`);

  const after = await storedLoad(chromium.extensionPage, url, 'what came after the flood', (snapshot) => {
    return entriesOf(snapshot, 'resource').some(({ name }) => name.endsWith('/after'));
  });
  const { stored, dropped } = after.pageLoad.ledger;
  expect(after.pageLoad.ledger).toMatchObject({ made: stored + dropped.caps, rejected: 0 });
  expect(dropped.caps).toBe(made - entriesOf(after, 'mark').length);
  const { frame } = await openPanel(page);
  await frame.waitForFunction(
    () => document.querySelector('[data-testid="back-off"]')?.textContent?.includes('stopped recording user timings'),
    { timeout: 10_000 },
  );
  await frame.waitForFunction(
    () => document.querySelector('[data-testid="ledger"]')?.textContent?.includes('left out by our limits'),
    { timeout: 10_000 },
  );
  await page.close();
});
