import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import type { AssetServer } from '../pages/asset-server.ts';
import { startRecordingPage } from '../pages/recording-page.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';

let server: AssetServer;
let chromium: TestBrowser;
let page: Page;
let panel: Frame;

beforeAll(async () => {
  server = await startRecordingPage();
  chromium = await launchExtension();
  await change({ 'settings/record': 'listed' });
  page = await chromium.browser.newPage();
  await page.goto(`${server.url}/`);
  panel = (await openPanel(page)).frame;
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** Changes settings as another page of the extension does. */
async function change(settings: object): Promise<void> {
  await chromium.extensionPage.evaluate(async (items) => {
    const { storage } = (globalThis as unknown as { chrome: ChromeStorage }).chrome;
    await storage.local.set(items);
  }, settings);
}

async function press(name: string): Promise<void> {
  await panel.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

it('says in place of figures that the site is not listed, and has it recorded at a press', async () => {
  const notice = await panel.waitForSelector('[data-testid="not-recorded"][data-state="not-listed"]');
  const host = new URL(server.url).host;
  expect(await notice?.evaluate(({ textContent }) => textContent)).toContain(`${host} is not on the list`);
  await panel.waitForSelector('[data-testid="empty"] ::-p-text(This page is not recorded)');
  await press('Add this site');
  await panel.waitForSelector('[data-testid="verdict"]');
  expect(await panel.$('[data-testid="not-recorded"]')).toBeNull();
});

it('says of a site that was paused that figures are no longer current, and resumes at a press', async () => {
  const host = new URL(server.url).host;
  await change({ 'settings/paused': [host] });
  await panel.waitForSelector('[data-testid="not-recorded"][data-state="paused"]');
  await panel.waitForSelector('[data-testid="live"] ::-p-text(Not recording)');
  expect(await panel.$('[data-testid="verdict"]')).not.toBeNull();
  await press('Resume');
  await panel.waitForFunction(() => document.querySelector('[data-testid="not-recorded"]') === null);
  await panel.waitForSelector('[data-testid="live"] ::-p-text(Recording)');
});

it('says of the page that the tab goes to whether it is recorded, though only one that is speaks for itself', async () => {
  const state = (name: string) => panel.waitForSelector(`[data-testid="not-recorded"][data-state="${name}"]`);
  await page.goto('about:blank');
  await state('restricted');
  await page.goto(server.url.replace('127.0.0.1', 'localhost'));
  await state('not-listed');
  await page.goto(`${server.url}/`);
  await panel.waitForSelector('[data-testid="live"] ::-p-text(Recording)');
  expect(await panel.$('[data-testid="not-recorded"]')).toBeNull();
});

it('says that the browser withholds access, and goes on when it is given back', async () => {
  const manager = await chromium.browser.newPage();
  await manager.goto('chrome://extensions');
  const allow = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
    manager.evaluate(
      (change) => (globalThis as unknown as ChromeManager).chrome.developerPrivate.updateExtensionConfiguration(change),
      { extensionId: chromium.extensionId, hostAccess },
    );
  await allow('ON_CLICK');
  const options = chromium.extensionPage;
  await options.bringToFront();
  await options.waitForSelector('::-p-text(The browser withholds access)');
  // The browser asks in a window of its own, which is in nobody's reach: it is given where extensions are managed.
  await options.locator('::-p-aria([name="Allow on all sites"][role="button"])').click();
  await page.bringToFront();
  await page.reload();
  await panel.waitForSelector('[data-testid="not-recorded"][data-state="no-access"]');
  await allow('ON_ALL_SITES');
  await options.waitForSelector('::-p-text(lets Vitalog see every)');
  await page.reload();
  await panel.waitForFunction(() => document.querySelector('[data-testid="not-recorded"]') === null);
});

/** The part of `chrome` that the browser's own page of extensions has. */
interface ChromeManager {
  readonly chrome: {
    readonly developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
  };
}

/** The part of `chrome` that is used here. */
interface ChromeStorage {
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
}
