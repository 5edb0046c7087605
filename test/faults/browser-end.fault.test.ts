// Rows 11 and 12 of the fault catalogue.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AssetServer } from '../pages/asset-server.ts';
import { startKnownPages } from '../pages/known-page.ts';
import { made, pour } from './support/known.ts';
import { untilLost } from './support/lost-loads.ts';
import { createProfile, end } from './support/restartable.ts';
import { printRow } from './support/row.ts';
import { lostSince, readLoads, tally } from './support/stored.ts';

const RUNS = 10;
let pages: AssetServer;

beforeAll(async () => {
  pages = await startKnownPages();
});
afterAll(() => pages?.close());

/** What a browser's end does to a page that makes entries until then. */
async function endWhilePouring(path: string, signal: NodeJS.Signals, batch: number, everyMs: number, afterMs: number) {
  const profile = await createProfile();
  try {
    const first = await profile.start();
    const page = await first.browser.newPage();
    await page.goto(pages.url + path);
    // It ends with the page.
    void pour(page, 1_000_000, batch, everyMs).catch(() => {});
    await page.waitForFunction(`performance.now() > ${afterMs}`, { polling: 20 });
    const before = await readLoads(first.extensionPage, pages.url + path);
    const madeBefore = await made(page);
    await end(first, signal);
    const second = await profile.start();
    await untilLost(second.extensionPage, pages.url + path, 10_000);
    const after = await readLoads(second.extensionPage, pages.url + path);
    await second.close();
    return { lost: lostSince(before, after), result: tally(after, madeBefore), loads: after };
  } finally {
    await profile.remove();
  }
}

test('row 11: quitting the browser costs what was made in its last moment, and nothing that was acknowledged', async () => {
  for (let run = 1; run <= RUNS; run++) {
    const { lost, result } = await endWhilePouring(`/row-11?${run}`, 'SIGTERM', 1, 10, 3000 + run * 130);
    const missing = Math.max(0, result.made - result.stored - result.declared);
    printRow(11, result, `run ${run}, acknowledged lost ${lost}, unacknowledged lost ${missing}`);
    expect(result.duplicates).toBe(0);
    expect(lost, 'stored entries lost').toBe(0);
    expect(missing).toBeLessThanOrEqual(50);
  }
});

test('row 12: killing the browser loses nothing that was acknowledged', async () => {
  for (let run = 1; run <= RUNS; run++) {
    const { lost, result, loads } = await endWhilePouring(`/row-12?${run}`, 'SIGKILL', 200, 20, 2000 + run * 370);
    const complete = loads.filter(({ pageLoad }) => pageLoad.ledger.complete).length;
    printRow(12, result, `run ${run}, acknowledged lost ${lost}, ledgers that claim to be complete ${complete}`);
    expect(result.duplicates).toBe(0);
    expect(result.unaccounted).toBe(0);
    expect(lost, 'stored entries lost').toBe(0);
    expect(complete, 'it ended without a final record').toBe(0);
  }
});
