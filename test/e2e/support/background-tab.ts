import type { Browser, Page } from 'puppeteer';

/** A tab that the browser opened without showing it. */
export interface BackgroundTab {
  readonly page: Page;
  /** Brings the tab to the front. */
  show(): Promise<void>;
}

/** Opens `url` in a tab that stays hidden, as a middle click on a link does. `extensionPage` is any page of the extension. */
export async function openInBackground(browser: Browser, extensionPage: Page, url: string): Promise<BackgroundTab> {
  const opening = browser.waitForTarget((target) => target.url() === url);
  const tabId = await extensionPage.evaluate(async (address) => {
    const { tabs } = (globalThis as unknown as { chrome: ChromeTabs }).chrome;
    return (await tabs.create({ url: address, active: false })).id;
  }, url);
  const page = await (await opening).page();
  if (page === null) throw new Error(`The browser has no page for the tab with ${url}.`);
  const show = () =>
    extensionPage.evaluate(async (id) => {
      const { tabs } = (globalThis as unknown as { chrome: ChromeTabs }).chrome;
      await tabs.update(id, { active: true });
    }, tabId);
  return { page, show };
}

/** The part of `chrome` that is used here. */
interface ChromeTabs {
  readonly tabs: {
    create(properties: { readonly url: string; readonly active: boolean }): Promise<{ readonly id: number }>;
    update(id: number, properties: { readonly active: boolean }): Promise<unknown>;
  };
}
