import type { Page } from 'puppeteer';
import type { LaunchedBrowser } from '../../../src/cli/browser/launch-browser.ts';

/** The part of `chrome` that is used here; it is not in the polyfill's types. */
interface ChromeAction {
  readonly action: { openPopup(): Promise<void> };
}

/** Opens the toolbar popup over a page, as a press on the toolbar button does. Resolves when it knows the recording state. */
export async function openPopup(
  { browser, extensionId }: Pick<LaunchedBrowser, 'browser' | 'extensionId'>,
  page: Page,
): Promise<Page> {
  await page.bringToFront();
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().includes(extensionId),
  );
  await (await worker.worker())?.evaluate(() =>
    (globalThis as unknown as { chrome: ChromeAction }).chrome.action.openPopup(),
  );
  const target = await browser.waitForTarget((candidate) => candidate.url().endsWith('/popup.html'));
  const popup = await target.asPage();
  await popup.waitForSelector('[data-state]');
  return popup;
}

/** Presses the button of that name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

/** Waits until the popup says that state. */
export async function untilState(popup: Page, state: string): Promise<void> {
  await popup.waitForSelector(`[data-state="${state}"]`);
}
