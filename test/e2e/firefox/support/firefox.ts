import path from 'node:path';
import type { Page } from 'puppeteer';
import {
  type FirefoxOptions,
  type LaunchedFirefox,
  launchFirefox,
  type Preferences,
} from '../../../../src/cli/browser/firefox/launch-firefox.ts';

/** The build for Firefox; `npm test` makes it first. */
export const FIREFOX_DIST = path.resolve(import.meta.dirname, '../../../../dist/firefox');

/** A real Firefox with the built extension and a page of it, to read the store from without the toolbox. */
export interface TestFirefox extends LaunchedFirefox {
  readonly extensionPage: Page;
}

/** Preferences by which files that are saved go into a folder, without a question. */
export function savingInto(folder: string): Preferences {
  return { 'browser.download.folderList': 2, 'browser.download.dir': folder, 'browser.download.useDownloadDir': true };
}

/** Starts Firefox with an empty profile and the built extension. Its page is opened first, so that it never hides the page under test. */
export async function startFirefox(options: Partial<FirefoxOptions> = {}): Promise<TestFirefox> {
  const launched = await launchFirefox({ dist: FIREFOX_DIST, ...options });
  try {
    return { ...launched, extensionPage: await launched.openExtensionPage('src/options/options.html') };
  } catch (error) {
    await launched.close();
    throw error;
  }
}
