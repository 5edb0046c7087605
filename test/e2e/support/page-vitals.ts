import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import type { VitalName } from '../../../src/model/metrics.ts';

/** The latest reading of each vital, in ms (CLS unitless). */
export type PageVitals = Partial<Readonly<Record<VitalName, number>>>;

/** Reads what was measured at a path; `reader` is another page of the same origin, for when the first is closed. */
type ReadVitals = (path: string, reader?: Page) => Promise<PageVitals>;

/**
 * Runs a copy of web-vitals in the page's own world, in every document of the page from now on, and keeps its readings
 * in the origin's storage.
 */
export async function measureVitals(page: Page): Promise<ReadVitals> {
  const library = createRequire(import.meta.url)
    .resolve('web-vitals')
    .replace(/[^/\\]+$/, 'web-vitals.iife.js');
  const collect = `const key = 'vitals ' + location.pathname, values = {};
    for (const name of ['LCP', 'CLS', 'INP', 'FCP', 'TTFB'])
      webVitals['on' + name](({ value }) => {
        values[name] = value;
        localStorage.setItem(key, JSON.stringify(values));
      }, { reportAllChanges: true });`;
  // Documents without storage (about:blank) are none of ours.
  await page.evaluateOnNewDocument(
    `if (location.protocol === 'http:') { ${await readFile(library, 'utf8')};${collect} }`,
  );
  return async (path, reader = page) => {
    const text = await reader.evaluate((key) => localStorage.getItem(key), `vitals ${path}`);
    return JSON.parse(text ?? '{}') as PageVitals;
  };
}
