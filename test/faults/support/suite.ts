import type { Page } from 'puppeteer';
import { afterAll, beforeAll } from 'vitest';
import { DIST, killServiceWorker, launchExtension, type TestBrowser } from '../../e2e/support/extension.ts';
import type { AssetServer } from '../../pages/asset-server.ts';
import { startKnownPages } from '../../pages/known-page.ts';
import { settledTally, type Tally } from './stored.ts';

/** A browser with the extension and a server of known pages, for the tests of one file. */
export interface FaultSuite {
  readonly browser: TestBrowser;
  /** URL of a known page; rows keep to paths of their own. */
  url(path: string): string;
  /** Opens it in a new tab. */
  open(path: string): Promise<Page>;
  /** What became of the entries that the pages under a path made. */
  settled(path: string, made: number, within?: number): Promise<Tally>;
  killWorker(): Promise<void>;
}

/** `variant` builds the extension's folder, if it is not the usual one. Starts both before the file's tests and ends them after. */
export function useFaultSuite(variant: () => Promise<string> = async () => DIST): FaultSuite {
  let pages: AssetServer | undefined;
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    pages = await startKnownPages();
    browser = await launchExtension(await variant());
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });
  const suite: FaultSuite = {
    get browser() {
      if (!browser) throw new Error('The browser runs while tests do.');
      return browser;
    },
    url: (path) => `${pages?.url}${path}`,
    async open(path) {
      const page = await suite.browser.browser.newPage();
      await page.goto(suite.url(path));
      return page;
    },
    settled: (path, made, within) => settledTally(suite.browser.extensionPage, suite.url(path), made, within),
    killWorker: () => killServiceWorker(suite.browser),
  };
  return suite;
}
