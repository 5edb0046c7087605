import type { Page } from 'puppeteer';
import { analyzeSession } from '../../../src/analysis/analyze-session.ts';
import { poll } from '../../../src/cli/browser/poll.ts';
import { readStore } from '../../../src/cli/browser/read-store.ts';
import { reportOf } from '../../../src/cli/results/report-of.ts';
import type { ReportPageLoad } from '../../../src/model/report.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';

/**
 * The report of the document that is in the page now, once the store holds every entry of it that the page's own timeline has.
 * `extensionPage` is any page of the extension.
 */
export async function recordedLoad(page: Page, extensionPage: Page): Promise<ReportPageLoad> {
  const timeOrigin = await page.evaluate(() => performance.timeOrigin);
  const complete = async () => {
    const stored = (await readStore(extensionPage)).find(
      ({ pageLoad }) => Math.abs(pageLoad.timeOrigin - timeOrigin) < 1,
    );
    return stored !== undefined && (await holdsAll(stored, page)) ? stored : null;
  };
  const snapshot = await poll(complete, {
    every: 100,
    timeout: 15_000,
    onTimeout: () => new Error(`The store does not hold all resources of ${page.url()} after 15 s.`),
  });
  const now = Date.now();
  const [load] = reportOf(analyzeSession([snapshot], now), '0.0.0', now, 'default').pageLoads;
  if (!load) throw new Error('The report has no page load.');
  return load;
}

async function holdsAll({ entries }: PageSnapshot, page: Page): Promise<boolean> {
  const resources = await page.evaluate(() => performance.getEntriesByType('resource').length);
  const hasLoaded = entries.some((entry) => entry.entryType === 'navigation' && entry.loadEventEnd > 0);
  return hasLoaded && entries.filter(({ entryType }) => entryType === 'resource').length >= resources;
}
