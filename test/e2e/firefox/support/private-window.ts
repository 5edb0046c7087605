import type { Page } from 'puppeteer';
import { poll } from '../../../../src/cli/browser/poll.ts';
import type { TestFirefox } from './firefox.ts';

/** Opens a page in a private window; `privateWindows` lets the extension in. */
export async function openPrivateWindow({ browser, extensionPage }: TestFirefox, url: string): Promise<Page> {
  await extensionPage.evaluate(async (address) => {
    const { windows } = (globalThis as unknown as { browser: BrowserWindows }).browser;
    await windows.create({ incognito: true, url: address });
  }, url);
  const page = await poll(async () => (await browser.pages()).find((candidate) => candidate.url() === url) ?? null, {
    every: 50,
    timeout: 15_000,
    onTimeout: () => new Error('No page of a private window came within 15 s.'),
  });
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}

/** The part of `browser` that is used here. */
interface BrowserWindows {
  readonly windows: { create(options: { incognito: boolean; url: string }): Promise<unknown> };
}
