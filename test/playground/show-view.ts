import type { Page } from 'puppeteer';
import type { Playground } from './serve.ts';

/** Opens the panel on a session of the playground, and waits until it has read it. */
export async function openSession(playground: Playground, page: Page, session: string): Promise<void> {
  await page.goto(playground.panelUrl(session));
  await page.waitForSelector('[data-settled="true"]');
}

/** Goes to a location of the panel by the URL. */
export async function showLocation(page: Page, hash: string): Promise<void> {
  await page.evaluate((text) => {
    location.hash = text;
  }, hash);
}

/** Goes to a view by the URL, and waits until its code is there. */
export async function showView(page: Page, view: string): Promise<void> {
  await showLocation(page, `view=${view}`);
  await page.waitForSelector(`#tab-${view}[aria-selected="true"]`);
  await shownWhole(page);
}

/** Waits until nothing of the view is still to come. */
export async function shownWhole(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('#view > *') !== null && document.querySelector('#view .late') === null,
  );
}
