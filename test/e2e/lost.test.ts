import { expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import type { PageLoadRecord } from '../../src/model/page-load.ts';
import { startFixtures } from '../pages/fixture-server.ts';
import { besidePages } from './support/beside-pages.ts';

const suite = besidePages(startFixtures);

/** The page load of a URL once it is in one of these states. */
function load(url: string, state: PageLoadRecord['state']): Promise<PageLoadRecord> {
  let seen = 'nothing';
  return poll(
    async () => {
      const found = (await readStore(suite.chromium.extensionPage)).find(
        ({ pageLoad }) => pageLoad.url === url,
      )?.pageLoad;
      seen = found?.state ?? seen;
      return found?.state === state ? found : null;
    },
    { every: 100, timeout: 20_000, onTimeout: () => new Error(`${url} is not ${state} after 20 s, but ${seen}.`) },
  );
}

test('a page load whose page crashed is lost, and its ledger does not claim to be complete', async () => {
  const page = await suite.chromium.browser.newPage();
  const url = suite.pages.resourcesPage(5);
  await page.goto(url);
  const open = await load(url, 'open');
  // A crashed page answers nobody, this navigation included.
  await page.goto('chrome://crash', { timeout: 2000 }).catch(() => {});
  const lost = await load(url, 'lost');
  expect(lost.pageLoadId).toBe(open.pageLoadId);
  expect(lost.ledger.complete).toBe(false);
  await page.close();
});

test('a page load whose tab was closed in good order has ended', async () => {
  const page = await suite.chromium.browser.newPage();
  const url = suite.pages.resourcesPage(6);
  await page.goto(url);
  await load(url, 'open');
  await page.close();
  expect((await load(url, 'ended')).ledger.complete).toBe(true);
});
