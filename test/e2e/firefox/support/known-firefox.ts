import type { Page } from 'puppeteer';
import { afterAll, beforeAll } from 'vitest';
import { poll } from '../../../../src/cli/browser/poll.ts';
import { settledTally, type Tally } from '../../../faults/support/stored.ts';
import type { AssetServer } from '../../../pages/asset-server.ts';
import { startKnownPages } from '../../../pages/known-page.ts';
import { startFirefox, type TestFirefox } from './firefox.ts';

/** As the user does in about:debugging; its pages are closed by it. */
const RELOAD = `async (extensionId) => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(extensionId)).reload();
}`;

/** A Firefox whose background falls asleep after 1.5 s, and a server of known pages, for the tests of one file. */
export interface KnownFirefox {
  readonly firefox: TestFirefox;
  /** URL of a known page; tests keep to paths of their own. */
  url(path: string): string;
  /** Opens it in a new tab. */
  open(path: string): Promise<Page>;
  /** What became of the entries that the pages under a path made. */
  settled(path: string, made: number): Promise<Tally>;
  /** Loads the extension anew, as an update does, and opens its page again. */
  reloadExtension(): Promise<void>;
  /** Resolves when Firefox has put the background to sleep. */
  backgroundAsleep(): Promise<true>;
}

/** Starts both before the file's tests and ends them after. */
export function useKnownFirefox(): KnownFirefox {
  let pages: AssetServer | undefined;
  let firefox: TestFirefox | undefined;
  beforeAll(async () => {
    pages = await startKnownPages();
    firefox = await startFirefox({ preferences: { 'extensions.background.idle.timeout': 1500 }, privateWindows: true });
  });
  afterAll(async () => {
    await firefox?.close();
    await pages?.close();
  });
  const known: KnownFirefox = {
    get firefox() {
      if (!firefox) throw new Error('Firefox runs while tests do.');
      return firefox;
    },
    url: (path) => `${pages?.url}${path}`,
    async open(path) {
      const page = await known.firefox.browser.newPage();
      await page.goto(known.url(path));
      return page;
    },
    async reloadExtension() {
      const { window, extensionId, openExtensionPage } = known.firefox;
      await window.call(RELOAD, extensionId);
      firefox = { ...known.firefox, extensionPage: await openExtensionPage('src/options/options.html') };
    },
    settled: (path, made) => settledTally(known.firefox.extensionPage, known.url(path), made),
    backgroundAsleep: () =>
      poll(async () => ((await known.firefox.views.has('background')) ? null : true), {
        every: 50,
        timeout: 20_000,
        onTimeout: () => new Error('The background did not fall asleep within 20 s.'),
      }),
  };
  return known;
}
