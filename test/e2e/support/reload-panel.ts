import type { Frame } from 'puppeteer';

/** Has the panel's document made anew, and waits for an element of the new one. */
export async function reloadPanel(panel: Frame, selector: string): Promise<void> {
  await panel.evaluate(() => {
    document.documentElement.dataset.left = '';
    location.reload();
  });
  await panel.waitForSelector(`html:not([data-left]) ${selector}`);
}
