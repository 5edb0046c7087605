// Rows 6 and 19 of the fault catalogue, in Firefox.
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { startFirefox, type TestFirefox } from '../e2e/firefox/support/firefox.ts';
import type { AssetServer } from '../pages/asset-server.ts';
import { startKnownPages } from '../pages/known-page.ts';
import { make, restored } from './support/known.ts';
import { expectAllStored, printRow } from './support/row.ts';
import { settledTally } from './support/stored.ts';

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

function settled(path: string, made: number) {
  return settledTally(firefox.extensionPage, pages.url + path, made);
}

/** Has a page go to another one of its site. Puppeteer does not hear of navigations after one from bfcache, so the page goes itself. */
async function leave(page: Page, path: string): Promise<void> {
  await page.evaluate((url) => void setTimeout(() => location.assign(url)), pages.url + path);
  await page.waitForFunction(`location.pathname === '${path}' && document.readyState === 'complete'`, { polling: 50 });
}

test('row 6: 20 ways there and back through bfcache lose nothing and store nothing twice', async () => {
  const TRIPS = 20;
  const page = await open('/row-6');
  let made = 0;
  for (let trip = 0; trip < TRIPS; trip++) {
    await make(page, 50);
    await leave(page, '/away-6');
    await page.evaluate(() => void setTimeout(() => history.back()));
    await page.waitForFunction(`location.pathname === '/row-6' && known.restored > ${trip}`, { polling: 50 });
    made = await make(page, 50);
  }
  const result = await settled('/row-6', made);
  const back = await restored(page);
  printRow(6, result, `restored ${back} of ${TRIPS}`);
  expectAllStored(result);
  expect(made).toBe(TRIPS * 100);
  expect(back).toBe(TRIPS);
  await page.close();
});

test('row 19: 1,000 entries between which the background sleeps are stored, none twice', async () => {
  const page = await open('/row-19');
  const PAUSES = 9;
  let made = 0;
  for (let pause = 0; pause < PAUSES; pause++) {
    made = await make(page, 100);
    await settled('/row-19', made);
    await poll(async () => ((await firefox.views.has('background')) ? null : true), {
      every: 50,
      timeout: 20_000,
      onTimeout: () => new Error('The background did not fall asleep within 20 s.'),
    });
  }
  made = await make(page, 100);
  const result = await settled('/row-19', made);
  printRow(19, result, `sleeps of the background ${PAUSES}`);
  expectAllStored(result);
  expect(made).toBe(1000);
  await page.close();
});
