// Rows 14 and 15 of the fault catalogue.
import { expect, test } from 'vitest';
import { make, pour } from './support/known.ts';
import { tabIds } from './support/live-collectors.ts';
import { untilLost } from './support/lost-loads.ts';
import { expectAllStored, printRow } from './support/row.ts';
import { lostSince, readLoads, tally } from './support/stored.ts';
import { useFaultSuite } from './support/suite.ts';

const suite = useFaultSuite();
const RUNS = 10;

test('row 14: a renderer that crashes loses nothing that was acknowledged', async () => {
  let lost = 0;
  let made = 0;
  let slowest = 0;
  for (let run = 0; run < RUNS; run++) {
    const page = await suite.open(`/row-14?${run}.`);
    made += await pour(page, 2000, 100, 10);
    const before = await readLoads(suite.browser.extensionPage, suite.url(`/row-14?${run}.`));
    // A crashed page answers nobody, this navigation included.
    const crash = page.goto('chrome://crash', { timeout: 2000 }).catch(() => {});
    slowest = Math.max(slowest, await untilLost(suite.browser.extensionPage, suite.url(`/row-14?${run}.`), 10_000));
    await crash;
    lost += lostSince(before, await readLoads(suite.browser.extensionPage, suite.url(`/row-14?${run}.`)));
    await page.close();
  }
  const loads = await readLoads(suite.browser.extensionPage, suite.url('/row-14'));
  const result = tally(loads, made);
  const complete = loads.filter(({ pageLoad }) => pageLoad.ledger.complete).length;
  printRow(
    14,
    result,
    `acknowledged lost ${lost}, known as lost after at most ${Math.round(slowest)} ms, complete ledgers ${complete} of ${RUNS}`,
  );
  expect(lost).toBe(0);
  expect(slowest, 'ms until a crash is known').toBeLessThanOrEqual(5000);
  expect(result.duplicates).toBe(0);
  expect(result.unaccounted).toBe(0);
  expect(complete, 'it ended without a final record').toBe(0);
});

test('row 15: a page that is frozen has handed everything over', async () => {
  for (let run = 0; run < RUNS; run++) {
    const path = `/row-15-frozen?${run}.`;
    const page = await suite.open(path);
    const session = await page.createCDPSession();
    // The background may not have answered for the first time, and a frozen page hears no answer.
    await make(page, 200);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    expectAllStored(await suite.settled(path, 200));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await make(page, 100);
    expectAllStored(await suite.settled(path, 300));
    await page.close();
  }
  const result = await suite.settled('/row-15-frozen', RUNS * 300);
  printRow('15 (frozen)', result);
  expectAllStored(result);
});

test('row 15: a tab that is discarded loses nothing that was acknowledged', async () => {
  let made = 0;
  let lost = 0;
  for (let run = 0; run < RUNS; run++) {
    const path = `/row-15-discarded?${run}.`;
    const page = await suite.open(path);
    const { extensionPage } = suite.browser;
    await extensionPage.bringToFront();
    await page.waitForFunction(`document.visibilityState === 'hidden'`, { polling: 20 });
    const [tabId] = await tabIds(extensionPage, suite.url(path));
    await make(page, 200);
    expectAllStored(await suite.settled(path, 200));
    made += await make(page, 100);
    const before = await readLoads(extensionPage, suite.url(path));
    await extensionPage.evaluate(async (id) => {
      const { tabs } = (globalThis as unknown as { chrome: ChromeDiscard }).chrome;
      await tabs.discard(id);
    }, tabId);
    lost += lostSince(before, await readLoads(extensionPage, suite.url(path)));
  }
  const result = tally(await readLoads(suite.browser.extensionPage, suite.url('/row-15-discarded')), made);
  printRow('15 (discarded)', result, `acknowledged lost ${lost}`);
  expect(lost).toBe(0);
  expect(result.duplicates).toBe(0);
  expect(result.unaccounted).toBe(0);
  expect(result.stored).toBeGreaterThanOrEqual(RUNS * 200);
});

/** The part of `chrome` that is used here. */
interface ChromeDiscard {
  readonly tabs: { discard(tabId: number | undefined): Promise<unknown> };
}
