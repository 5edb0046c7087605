import type { Frame, Page } from 'puppeteer';

/** Has a known page make `n` entries in one task. Resolves with how many it has made in all. */
export async function make(page: Page | Frame, n: number): Promise<number> {
  return Number(await page.evaluate(`known.make(${n})`));
}

/** Has it make `total` entries, `batch` a task, a task every `everyMs`. Resolves when all are made, with how many it has made in all. */
export async function pour(page: Page | Frame, total: number, batch: number, everyMs: number): Promise<number> {
  return Number(await page.evaluate(`known.pour(${total}, ${batch}, ${everyMs})`));
}

/** Has it begin to do so; for what takes longer than the browser's protocol waits for one answer. */
export async function startPouring(page: Page, total: number, batch: number, everyMs: number): Promise<void> {
  await page.evaluate(`void known.pour(${total}, ${batch}, ${everyMs})`);
}

/** Has it make entries, `batch` a task, and be busy, for as long as it lives; `madeByEnd` tells how many those were. */
export async function pourUntilTheEnd(page: Page, batch: number, everyMs: number): Promise<void> {
  await page.evaluate(`known.pourUntilTheEnd(${batch}, ${everyMs})`);
}

/** What the pages of this site made that poured until their end, by path. */
export async function madeByEnd(page: Page): Promise<ReadonlyMap<string, number>> {
  const counts = (await page.evaluate('Object.entries(localStorage)')) as readonly (readonly [string, string])[];
  return new Map(counts.flatMap(([path, count]) => (path.startsWith('/') ? [[path, Number(count)]] : [])));
}

/** How many entries it has made in all. */
export async function made(page: Page | Frame): Promise<number> {
  return Number(await page.evaluate('known.made'));
}

/** How often it came back from bfcache. */
export async function restored(page: Page): Promise<number> {
  return Number(await page.evaluate('known.restored'));
}

/** Has it make `n` entries and go to another page in the same task. */
export async function makeAndLeave(page: Page, n: number, url: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.evaluate(`known.makeAndLeave(${n}, ${JSON.stringify(url)})`)]);
}
