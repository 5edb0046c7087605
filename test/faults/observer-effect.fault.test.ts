// Row 53 of the fault catalogue; what the collector costs in CPU time is measured by the bench.
import puppeteer, { type Browser } from 'puppeteer';
import { expect, test } from 'vitest';
import { findBrowser } from '../../src/cli/setup/find-browser.mjs';
import { make } from './support/known.ts';
import { expectAllStored, printFigures } from './support/row.ts';
import { useFaultSuite } from './support/suite.ts';

const suite = useFaultSuite();
const TASKS = 10;
const TASK_MS = 80;

/** How many long tasks a page sees that runs ten of them among entries, and then is still for a second. */
async function longTasks(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(`performance.getEntriesByName('first-contentful-paint').length > 0`, { polling: 20 });
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      document.title = String(Number(document.title) + list.getEntries().length);
    }).observe({ type: 'longtask' });
    document.title = '0';
  });
  await page.evaluate(
    (tasks, ms) =>
      new Promise<void>((resolve) => {
        const next = (left: number) => {
          const end = performance.now() + ms;
          performance.mark(`task-${left}`);
          while (performance.now() < end);
          setTimeout(left > 1 ? next : () => setTimeout(resolve, 1000), 100, left - 1);
        };
        setTimeout(next, 100, tasks);
      }),
    TASKS,
    TASK_MS,
  );
  const seen = Number(await page.title());
  await page.close();
  return seen;
}

test('row 53: a page sees the same long tasks with the collector and without it', async () => {
  const bare = await puppeteer.launch({
    executablePath: findBrowser('chrome')?.path ?? '',
    args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const without = await longTasks(bare, suite.url('/row-53'));
  await bare.close();
  const withCollector = await longTasks(suite.browser.browser, suite.url('/row-53'));
  printFigures(53, `long tasks made ${TASKS}, seen without the extension ${without}, with it ${withCollector}`);
  expect(without).toBeGreaterThanOrEqual(TASKS);
  expect(Math.abs(withCollector - without)).toBeLessThanOrEqual(1);
  const recorded = await suite.open('/row-53?recorded');
  expectAllStored(await suite.settled('/row-53?recorded', await make(recorded, 10)));
  await recorded.close();
});
