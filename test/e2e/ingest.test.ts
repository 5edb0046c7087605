import { expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { startFixtures } from '../pages/fixture-server.ts';
import { besidePages } from './support/beside-pages.ts';
import { killServiceWorker } from './support/extension.ts';

const RESOURCES = 2000;
/** How many files have arrived when the worker is killed. */
const KILL_AT = [400, 900, 1400];

const suite = besidePages(startFixtures);

test(`stores ${RESOURCES} of ${RESOURCES} resources, none twice, though the service worker is killed meanwhile`, async () => {
  const page = await suite.chromium.browser.newPage();
  const loaded = () => page.evaluate(() => Number(document.body.dataset.loaded));
  const untilLoaded = (n: number) =>
    page.waitForFunction((wanted) => Number(document.body?.dataset.loaded) >= wanted, { polling: 'raf' }, n);
  await page.goto(suite.pages.resourcesPage(RESOURCES), { waitUntil: 'domcontentloaded' });

  for (const n of KILL_AT) {
    await untilLoaded(n);
    await killServiceWorker(suite.chromium);
    expect(await loaded(), 'files loaded when the worker was gone').toBeLessThan(RESOURCES);
  }
  await untilLoaded(RESOURCES);

  let held = 0;
  const complete = async () => {
    const snapshot = await snapshotOf(page.url());
    held = snapshot ? resourceUrls(snapshot.entries).length : 0;
    return snapshot && held >= RESOURCES && snapshot.pageLoad.ledger.made === snapshot.entries.length ? snapshot : null;
  };
  const { entries, pageLoad } = await poll(complete, {
    every: 200,
    timeout: 20_000,
    onTimeout: () => new Error(`The store holds ${held} of ${RESOURCES} resources 20 s after the load.`),
  });
  const urls = resourceUrls(entries);
  expect(urls.length).toBe(RESOURCES);
  expect(new Set(urls).size).toBe(RESOURCES);
  expect(pageLoad.ledger).toMatchObject({ made: entries.length, stored: entries.length, rejected: 0 });
  expect(pageLoad.ledger.dropped.caps).toBe(0);
  await page.close();
});

async function snapshotOf(url: string): Promise<PageSnapshot | undefined> {
  return (await readStore(suite.chromium.extensionPage)).find(({ pageLoad }) => pageLoad.url === url);
}

function resourceUrls(entries: PageSnapshot['entries']): string[] {
  return entries
    .filter(({ entryType, name }) => entryType === 'resource' && name.includes('/tiny/'))
    .map(({ name }) => name);
}
