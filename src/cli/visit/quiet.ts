import type { Page } from 'puppeteer';

/** The network counts as quiet after this long without a request, ms: what lazy images and deferred scripts need to begin. */
const QUIET_FOR = 500;
/** A page that polls is never quiet; it is taken as it is after this, ms. */
const AT_MOST = 15_000;

/** Waits until no request is under way. False when the page never became quiet. */
export async function networkQuiet(page: Page): Promise<boolean> {
  return page
    .waitForNetworkIdle({ idleTime: QUIET_FOR, concurrency: 0, timeout: AT_MOST })
    .then(() => true)
    .catch(() => false);
}

/** Waits until the page has painted what the last input changed: two frames, the second of which shows it. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
