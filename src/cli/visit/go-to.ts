import type { Page } from 'puppeteer';
import { poll } from '../browser/poll.ts';

/** Puppeteer tells of a parsed document within this time, if it does, ms. */
const TOLD_WITHIN = 2000;

/**
 * Goes to a page and waits, `within` ms at most, until its document is parsed. Resolves with its HTTP status, 0 when it has none;
 * rejects with what puppeteer says.
 */
export async function goTo(page: Page, url: string, within: number): Promise<number> {
  const before = await timeOrigin(page);
  const told = page.goto(url, { waitUntil: 'domcontentloaded', timeout: within });
  return Promise.race([told.then((response) => response?.status() ?? 0), arrived(page, before, within)]);
}

/**
 * Resolves with the status of another document than that of `before`, some time after it is parsed; never rejects. Puppeteer does
 * not hear of a navigation in Firefox that comes after a page was restored from bfcache.
 */
async function arrived(page: Page, before: number | null, within: number): Promise<number> {
  const ask = async () => {
    const parsed = await page
      .evaluate((origin) => document.readyState !== 'loading' && performance.timeOrigin !== origin, before)
      .catch(() => false); // between two documents
    return parsed || null;
  };
  const options = { every: 100, timeout: within, onTimeout: () => new Error('no other document') };
  const parsed = await poll(ask, options).catch(() => false);
  if (!parsed) return new Promise(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, TOLD_WITHIN));
  const read = () => performance.getEntriesByType('navigation').map((entry) => entry.toJSON().responseStatus)[0];
  return Number((await page.evaluate(read).catch(() => 0)) ?? 0);
}

function timeOrigin(page: Page): Promise<number | null> {
  return page.evaluate(() => performance.timeOrigin).catch(() => null);
}
