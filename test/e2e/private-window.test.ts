import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import type { AssetServer } from '../pages/asset-server.ts';
import { startRecordingPage } from '../pages/recording-page.ts';
import { DIST, launchExtension, type TestBrowser } from './support/extension.ts';
import { storedLoad } from './support/stored-loads.ts';

let server: AssetServer;
let chromium: TestBrowser;

beforeAll(async () => {
  server = await startRecordingPage();
  chromium = await launchExtension();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

it('is built with a worker of its own for private windows, and no file that a page could ask for', async () => {
  const built: unknown = JSON.parse(await readFile(path.join(DIST, 'manifest.json'), 'utf8'));
  expect(built).toMatchObject({ incognito: 'split', permissions: ['storage', 'unlimitedStorage', 'scripting'] });
  expect(built).not.toHaveProperty('web_accessible_resources');
});

it('records private windows in memory alone, and open tabs once when the extension starts anew', async () => {
  const open = await chromium.browser.newPage();
  const openUrl = `${server.url}/?open-${crypto.randomUUID()}`;
  await open.goto(openUrl);
  const first = await storedLoad(chromium.extensionPage, openUrl, 'anything');

  // The browser starts the extension anew; its collectors in open tabs are orphans then.
  const extensionPage = await allowInPrivateWindows();
  const second = await storedLoad(extensionPage, openUrl, 'the navigation', ({ pageLoad, entries }) => {
    return pageLoad.pageLoadId !== first.pageLoad.pageLoadId && entries.some((entry) => entry.name === openUrl);
  });
  expect(second.pageLoad.ledger.made).toBe(second.entries.length);

  const marker = `private-${crypto.randomUUID()}`;
  const url = `${server.url}/?${marker}`;
  const page = await openPrivateWindow(extensionPage, url);
  await page.waitForSelector('#fetch');
  await page.click('#fetch');
  // A page of ours in a private window reads the store of the private windows.
  const inside = await openPrivateWindow(extensionPage, extensionPage.url().replace(/options/g, 'popup'));
  const stored = await storedLoad(inside, url, 'a fetched file', ({ entries }) =>
    entries.some(({ name }) => name.endsWith('/tiny/0')),
  );
  expect(stored.pageLoad.views[0]?.url).toBe(url);
  await page.close();

  // What a page leaves behind at its end has arrived when this one's end has.
  await open.goto(`${server.url}/frame`);
  await storedLoad(extensionPage, openUrl, 'its end', ({ pageLoad }) => pageLoad.state === 'ended');
  expect(
    await filesWith(openUrl.slice(server.url.length + 2)),
    'files that name the page in the open window',
  ).not.toEqual([]);
  expect(await filesWith(marker), 'files that name the private page').toEqual([]);
});

/** Ticks the extension's "Allow in Incognito", and resolves with a page of the extension as it started anew. */
async function allowInPrivateWindows(): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = (globalThis as unknown as { chrome: ExtensionsPage }).chrome;
    // Without it an unpacked extension stays off when it is loaded anew.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, chromium.extensionId);
  const url = `chrome-extension://${chromium.extensionId}/src/options/options.html`;
  await poll(() => page.goto(url).catch(() => null), {
    every: 100,
    timeout: 15_000,
    onTimeout: () => new Error('The extension did not start again after it was allowed in private windows.'),
  });
  return page;
}

async function openPrivateWindow(extensionPage: Page, url: string): Promise<Page> {
  await extensionPage.evaluate(async (address) => {
    const { windows } = (globalThis as unknown as { chrome: ChromeWindows }).chrome;
    await windows.create({ incognito: true, url: address });
  }, url);
  return (await chromium.browser.waitForTarget((target) => target.url() === url)).asPage();
}

/** The files of the browser's profile that hold a text, as UTF-8 or UTF-16. */
async function filesWith(text: string): Promise<readonly string[]> {
  const argument = chromium.browser.process()?.spawnargs.find((arg) => arg.startsWith('--user-data-dir='));
  const profile = argument?.slice('--user-data-dir='.length);
  if (!profile) throw new Error('The browser was started without a profile of its own.');
  const wanted = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const found: string[] = [];
  for (const file of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const name = path.join(file.parentPath, file.name);
    const bytes = await readFile(name).catch(() => Buffer.alloc(0));
    if (wanted.some((pattern) => bytes.includes(pattern))) found.push(path.relative(profile, name));
  }
  return found;
}

/** The parts of `chrome` that are used here; they are not in the polyfill's types. */
interface ExtensionsPage {
  readonly developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  };
}
interface ChromeWindows {
  readonly windows: { create(options: { incognito: boolean; url: string }): Promise<unknown> };
}
