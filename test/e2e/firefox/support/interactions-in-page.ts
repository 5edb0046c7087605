import type { Page } from 'puppeteer';

/** Page's own record of its interactions and of when it was there; kept through bfcache. */
interface Seen {
  readonly events: { readonly startTime: number; readonly duration: number }[];
  readonly shown: number[];
  busyMs: number;
  /** Where the next click leads. */
  away: string;
}

/** Has the page answer clicks late, and note what its own observer sees of them. */
export async function answerLate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen = { events: [], shown: [0], busyMs: 0, away: '' };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime, duration, interactionId } of list.getEntries() as PerformanceEventTiming[]) {
        if (interactionId) seen.events.push({ startTime, duration });
      }
    }).observe({ type: 'event', durationThreshold: 40 });
    addEventListener('pageshow', ({ persisted, timeStamp }) => void (persisted && seen.shown.push(timeStamp)));
    addEventListener('click', ({ timeStamp }) => {
      while (performance.now() < timeStamp + seen.busyMs);
      if (seen.away) location.assign(seen.away);
      seen.away = '';
    });
  });
}

/**
 * A user's click that the page takes at least so long to answer, a multiple of the 8 ms that durations are rounded to; resolves
 * when it has.
 */
export async function clickSlowly(page: Page, busyMs: number): Promise<void> {
  const before = await page.evaluate((ms) => {
    const { seen } = globalThis as unknown as { seen: Seen };
    seen.busyMs = ms;
    return seen.events.filter(({ duration }) => duration >= ms).length;
  }, busyMs);
  await page.click('h1');
  await page.waitForFunction(
    (count, ms) => {
      const { seen } = globalThis as unknown as { seen: Seen };
      return seen.events.filter(({ duration }) => duration >= ms).length > count;
    },
    { polling: 50 },
    before,
    busyMs,
  );
}

/** A user's click whose handler goes to another page before anything is painted. */
export async function clickAway(page: Page, url: string): Promise<void> {
  await page.evaluate((away) => {
    const { seen } = globalThis as unknown as { seen: Seen };
    Object.assign(seen, { away, busyMs: 0 });
  }, url);
  await page.click('h1');
}

/**
 * The slowest interaction of each time that the page was there, in ms, by what the page saw; one that did not end before it was
 * left is none.
 */
export function slowestInPage(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const { events, shown } = (globalThis as unknown as { seen: Seen }).seen;
    const viewAt = (time: number) => shown.findLastIndex((start) => start <= time);
    return shown.map((_, view) =>
      Math.max(
        ...events
          .filter(({ startTime, duration }) => viewAt(startTime) === view && viewAt(startTime + duration) === view)
          .map(({ duration }) => duration),
      ),
    );
  });
}
