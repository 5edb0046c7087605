import type { Frame, Page } from 'puppeteer';
import type { StoreTrouble } from '../../../src/model/store-state.ts';

/** A notice as it was found. */
export interface FoundNotice {
  readonly text: string;
  /** When it was there, in epoch ms. */
  readonly at: number;
}

/** Waits until a page of ours tells of a trouble of the store. */
export async function notice(page: Frame | Page, kind: StoreTrouble, timeout = 15_000): Promise<FoundNotice> {
  const shown = await page.waitForSelector(`[data-store-state="${kind}"]`, { timeout });
  const at = Date.now();
  return { text: await page.evaluate((element) => element?.textContent ?? '', shown), at };
}

/** Waits until it tells of it no more. Resolves with the moment, in epoch ms. */
export async function noticeGone(page: Frame | Page, kind: StoreTrouble): Promise<number> {
  await page.waitForSelector(`[data-store-state="${kind}"]`, { hidden: true, timeout: 15_000 });
  return Date.now();
}
