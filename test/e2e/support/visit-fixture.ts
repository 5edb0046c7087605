import type { Page } from 'puppeteer';
import { type AnalyzedPage, analyzeSession } from '../../../src/analysis/analyze-session.ts';
import { poll } from '../../../src/cli/browser/poll.ts';
import { readStore } from '../../../src/cli/browser/read-store.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import type { InsightPage, Site } from '../../pages/insight-page.ts';

const STORED_WITHIN_MS = 15_000;
/** Chromium 156 may give a page no idle time after a click, for as long as it expects another. */
const IDLE_WITHIN_MS = 500;

/**
 * Visits a fixture page in `tab`, leaves it, and analyses what the extension stored of it: the document that is in the tab at the
 * end of the visit, which knows those before it. `extensionPage` is any page of the extension.
 */
export async function visitFixture(
  fixture: InsightPage,
  site: Site,
  tab: Page,
  extensionPage: Page,
): Promise<AnalyzedPage> {
  await tab.goto(`${site.origin}/`);
  if (fixture.until !== undefined) await tab.waitForSelector(fixture.until);
  await lookedAt(tab);
  await fixture.visit?.(tab, site);
  await lookedAt(tab);
  const timeOrigin = await tab.evaluate(() => performance.timeOrigin);
  const stored = (what: string, isThere: (last: PageSnapshot) => boolean) =>
    poll(async () => loadsOf(site, await readStore(extensionPage), timeOrigin, isThere), {
      every: 50,
      timeout: STORED_WITHIN_MS,
      onTimeout: () => new Error(`The store has no ${what} of ${site.origin} after ${STORED_WITHIN_MS} ms.`),
    });
  const { recorded } = fixture;
  if (recorded) await stored('record of what the page waits for', recorded);
  await tab.goto('about:blank');
  const snapshots = await stored('final record', ({ pageLoad }) => pageLoad.state === 'ended');
  const analyzed = analyzeSession(snapshots, Date.now()).find(({ snapshot }) => isOf(snapshot, timeOrigin));
  if (analyzed === undefined) throw new Error('The session has no page load.');
  return analyzed;
}

/** Waits until the collector has looked at the document: it does so in idle time, and at the images in the frame after it. */
async function lookedAt(tab: Page): Promise<void> {
  await tab.evaluate(
    (timeout) =>
      new Promise<void>((resolve) => {
        const afterFrames = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
        requestIdleCallback(afterFrames, { timeout });
      }),
    IDLE_WITHIN_MS,
  );
}

/** The page loads of a site with their frames; null while not all is there of the last one. */
function loadsOf(
  site: Site,
  stored: readonly PageSnapshot[],
  timeOrigin: number,
  isThere: (last: PageSnapshot) => boolean,
): readonly PageSnapshot[] | null {
  const tops = stored.filter(({ pageLoad }) => pageLoad.frameId === 0 && pageLoad.origin === site.origin);
  const last = tops.find((snapshot) => isOf(snapshot, timeOrigin));
  if (last === undefined || !isThere(last)) return null;
  const ids = new Set(tops.map(({ pageLoad }) => pageLoad.pageLoadId));
  return stored.filter(({ pageLoad }) => ids.has(pageLoad.topPageLoadId));
}

/** Whether it is the document of that time origin, which the store may round. */
function isOf({ pageLoad }: PageSnapshot, timeOrigin: number): boolean {
  return Math.abs(pageLoad.timeOrigin - timeOrigin) < 1;
}
