import type { Page } from 'puppeteer';

/** Asks, as the panel does before an export, for the census of the tab that `page` is in. `extensionPage` is any page of the extension. */
export async function askForCensus(page: Page, extensionPage: Page): Promise<void> {
  await page.bringToFront();
  await extensionPage.evaluate(async (url) => {
    const { tabs, runtime } = (globalThis as unknown as { chrome: ChromeTabs }).chrome;
    const [tab] = await tabs.query({ url });
    runtime.connect({ name: 'panel' }).postMessage({ type: 'census', tabId: tab?.id });
  }, page.url());
}

/** Injects the collector into the tab that `page` is in, as the background does where it does not run yet. */
export async function injectCollector(page: Page, extensionPage: Page): Promise<void> {
  await extensionPage.evaluate(async (url) => {
    const { tabs, scripting, runtime } = (globalThis as unknown as { chrome: ChromeTabs }).chrome;
    const [tab] = await tabs.query({ url });
    const [script] = runtime.getManifest().content_scripts;
    await scripting.executeScript({ target: { tabId: tab?.id }, files: script?.js });
  }, page.url());
}

/** The part of `chrome` that is used here. */
interface ChromeTabs {
  readonly tabs: { query(filter: { url: string }): Promise<readonly { readonly id: number }[]> };
  readonly runtime: {
    connect(info: { name: string }): { postMessage(message: unknown): void };
    getManifest(): { readonly content_scripts: readonly { readonly js: readonly string[] }[] };
  };
  readonly scripting: { executeScript(injection: object): Promise<unknown> };
}
