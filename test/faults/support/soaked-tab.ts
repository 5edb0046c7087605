import type { Page } from 'puppeteer';
import { make } from './known.ts';

/** What may be done to a tab between two of its tasks. */
export type Disturbance = 'bfcache' | 'reload';

/** A tab that makes entries at a steady rate and now and then goes away and comes back. */
export interface SoakedTab {
  /** Has it disturbed when it comes to it. */
  disturb(how: Disturbance): void;
  /** Ends it; resolves with how many entries it made in all documents. */
  stop(): Promise<number>;
}

/** Tasks of a tab: ten a second would keep a small machine busy with the browser's protocol. */
const TASK_EVERY_MS = 250;

/** Starts a tab's work. `away` is another page of its site. One thing after the other, so that what was made is known exactly. */
export function soakTab(page: Page, perSecond: number, away: string): SoakedTab {
  const start = performance.now();
  const wanted: Disturbance[] = [];
  let stopped = false;
  let inEarlierDocuments = 0;
  let inThisOne = 0;

  async function work(): Promise<number> {
    while (!stopped) {
      const due = Math.floor(((performance.now() - start) / 1000) * perSecond) - inEarlierDocuments - inThisOne;
      if (due > 0) await makeKnown(due);
      const how = wanted.shift();
      if (how === 'reload') await page.reload();
      else if (how === 'bfcache') await goAndComeBack();
      await new Promise((resolve) => setTimeout(resolve, TASK_EVERY_MS));
    }
    return inEarlierDocuments + inThisOne;
  }

  async function makeKnown(n: number): Promise<void> {
    const made = await make(page, n);
    // It counts from 0 again: the document is another one.
    if (made < inThisOne + n) inEarlierDocuments += inThisOne;
    inThisOne = made;
  }

  async function goAndComeBack(): Promise<void> {
    const home = page.url();
    await page.goto(away);
    await page.evaluate(() => history.back());
    await page.waitForFunction(
      `location.href === ${JSON.stringify(home)} && typeof known === 'object' && document.readyState === 'complete'`,
      { polling: 50 },
    );
  }

  const done = work();
  return {
    disturb: (how) => void wanted.push(how),
    stop() {
      stopped = true;
      return done;
    },
  };
}
