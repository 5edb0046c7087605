import type { Page } from 'puppeteer';

/** Longest wait for two frames, ms. */
const PAINTED_WITHIN = 2000;

/** Waits until the page has painted what the last input changed: two frames, the second of which shows it. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate((atMost) => {
    const frames = new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    // A page in the background gets no frames.
    const late = new Promise<void>((resolve) => setTimeout(resolve, atMost));
    return Promise.race([frames, late]);
  }, PAINTED_WITHIN);
}
