import type { Page } from 'puppeteer';

/** Has a page go to another one of its site. Puppeteer does not hear of navigations after one from bfcache, so the page goes itself. */
export async function leave(page: Page, url: string): Promise<void> {
  await page.evaluate((address) => void setTimeout(() => location.assign(address)), url);
  await untilAt(page, new URL(url).pathname);
}

/** Has it go back, to a page that was kept in bfcache. */
export async function goBack(page: Page, path: string): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
  await untilAt(page, path);
}

export async function untilAt(page: Page, path: string): Promise<void> {
  await page.waitForFunction(`location.pathname === '${path}' && document.readyState === 'complete'`, { polling: 50 });
}
