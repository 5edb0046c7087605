// What Firefox does to an extension while it runs: its background asleep, its panel made anew, its access taken away.
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { poll } from '../../../src/cli/browser/poll.ts';
import { make } from '../../faults/support/known.ts';
import { expectAllStored } from '../../faults/support/row.ts';
import { settledTally } from '../../faults/support/stored.ts';
import type { AssetServer } from '../../pages/asset-server.ts';
import { startKnownPages } from '../../pages/known-page.ts';
import { startFirefox, type TestFirefox } from './support/firefox.ts';
import { setHostAccess } from './support/host-access.ts';

let pages: AssetServer;
let firefox: TestFirefox;

beforeAll(async () => {
  pages = await startKnownPages();
  firefox = await startFirefox({ preferences: { 'extensions.background.idle.timeout': 1500 } });
});
afterAll(async () => {
  await firefox?.close();
  await pages?.close();
});

async function open(path: string): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(pages.url + path);
  return page;
}

/** Resolves when Firefox has put the background to sleep. */
function backgroundAsleep(): Promise<true> {
  return poll(async () => ((await firefox.views.has('background')) ? null : true), {
    every: 50,
    timeout: 20_000,
    onTimeout: () => new Error('The background did not fall asleep within 20 s.'),
  });
}

test('row 19, short: what is made while the background sleeps is stored, and nothing twice', async () => {
  const page = await open('/sleeps');
  let made = 0;
  for (let pause = 0; pause < 2; pause++) {
    made = await make(page, 100);
    await settledTally(firefox.extensionPage, `${pages.url}/sleeps`, made);
    await backgroundAsleep();
  }
  made = await make(page, 100);
  expectAllStored(await settledTally(firefox.extensionPage, `${pages.url}/sleeps`, made));
  expect(made).toBe(300);
  await page.close();
});

test('the panel is where it was after the toolbox was docked elsewhere, and says what Firefox cannot open', async () => {
  const page = await open('/docked');
  const bottom = await firefox.openPanel(page);
  await bottom.frame.locator('#tab-resources').click();
  await bottom.frame.locator('[data-testid="resource"]').click();
  await bottom.frame.waitForSelector('[data-testid="no-tools"]');
  const right = await firefox.openPanel(page, 'right');
  await right.frame.waitForSelector('#tab-resources[aria-selected="true"]');
  await right.frame.waitForSelector('[data-testid="resource-details"]');
  await right.close();
  await page.close();
});

test('the panel says when access to sites was taken away, and offers the way', async () => {
  const page = await open('/revoked');
  const panel = await firefox.openPanel(page);
  await panel.frame.waitForSelector('[data-testid="panel"]');
  await setHostAccess(firefox, false);
  await panel.frame.waitForFunction(() => document.body.textContent.includes('withholds access'));
  const text = await panel.frame.evaluate(() => document.body.textContent);
  expect(text).toContain("Press Vitalog's button in the browser's toolbar");
  await setHostAccess(firefox, true);
  await panel.frame.waitForFunction(() => !document.body.textContent.includes('withholds access'));
  await page.close();
});
