import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import type { VitalName } from '../../../src/model/metrics.ts';

/** The latest reading of each vital, in ms (CLS unitless). */
export type PageVitals = Partial<Readonly<Record<VitalName, number>>>;

/**
 * Runs a copy of web-vitals in the page's own world, in every document of the page from now on. The answer reads what it has
 * measured so far in the document of the moment.
 */
export async function measureVitals(page: Page): Promise<() => Promise<PageVitals>> {
  const library = createRequire(import.meta.url)
    .resolve('web-vitals')
    .replace(/[^/\\]+$/, 'web-vitals.iife.js');
  const collect = `for (const name of ['LCP', 'CLS', 'INP', 'FCP', 'TTFB'])
    webVitals['on' + name](({ value }) => { (globalThis.vitals ??= {})[name] = value; }, { reportAllChanges: true });`;
  await page.evaluateOnNewDocument(`${await readFile(library, 'utf8')};${collect}`);
  return () => page.evaluate(() => (globalThis as { vitals?: PageVitals }).vitals ?? {});
}
