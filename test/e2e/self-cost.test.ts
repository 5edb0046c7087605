import { expect, it } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { startKnownPages } from '../pages/known-page.ts';
import { besidePages } from './support/beside-pages.ts';
import { FLOOD, SLOWER } from './support/dear-flood.ts';
import { entriesOf, storedLoad } from './support/stored-loads.ts';

const suite = besidePages(startKnownPages);

it('backs off when a page makes recording dear, and says so in the ledger and the panel', async () => {
  const { pages, chromium } = suite;
  const page = await chromium.browser.newPage();
  const url = `${pages.url}/flood`;
  await page.goto(url);
  await page.emulateCPUThrottling(SLOWER);
  const flood = page.evaluate(FLOOD);
  const backedOff = storedLoad(chromium.extensionPage, url, 'a back-off', ({ pageLoad }) => {
    return pageLoad.selfCost.backOff > 0 && pageLoad.ledger.dropped.caps > 0;
  });
  const dear = await backedOff.finally(() => page.evaluate('globalThis.enough = true'));
  expect(dear.pageLoad.selfCost.mainThreadMs).toBeGreaterThan(3000);
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
