// The soak of the ingest protocol: `npm run soak`, 10 minutes unless SOAK_MINUTES says otherwise.
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { workerSession } from './support/live-collectors.ts';
import { expectClosed, printRow } from './support/row.ts';
import { soakTab } from './support/soaked-tab.ts';
import { readLoads } from './support/stored.ts';
import { useFaultSuite } from './support/suite.ts';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 10);
const TABS = 10;
const ENTRIES_A_SECOND = 100;
const KILL_EVERY_MS = 5000;
const BFCACHE_EVERY_MS = 10_000;
const RELOAD_EVERY_MS = 15_000;
const CLOSE_DATABASE_EVERY_MS = 60_000;
/** The worker of the last part lives on, or its heap would have no time to grow. */
const KILL_FREE_PART = 0.2;
const MAX_HEAP_GROWTH_BYTES = 20 * 2 ** 20;

const suite = useFaultSuite();

test(`${MINUTES} minutes of ${TABS} tabs, with the worker killed, pages left and the database closed meanwhile`, async () => {
  const pages: Page[] = [];
  for (let i = 0; i < TABS; i++) pages.push(await suite.open(`/soak?${i}.`));
  const heapBefore = await workerHeap();
  const tabs = pages.map((page) => soakTab(page, ENTRIES_A_SECOND, suite.url('/away-from-soak')));
  const stored = new Map<string, number>();
  const done = { kills: 0, bfcache: 0, reload: 0, closes: 0 };
  let lost = 0;
  const end = performance.now() + MINUTES * 60_000;
  const lastKill = end - MINUTES * 60_000 * KILL_FREE_PART;
  const due = (every: number) => ({ every, at: performance.now() + Math.random() * every });
  const [kill, bfcache, reload] = [due(KILL_EVERY_MS), due(BFCACHE_EVERY_MS), due(RELOAD_EVERY_MS)];
  const close = due(Math.min(CLOSE_DATABASE_EVERY_MS, (MINUTES * 60_000) / 3));

  while (performance.now() < end) {
    if (performance.now() < lastKill && isDue(kill)) {
      await suite.killWorker();
      done.kills += 1;
    }
    for (const [how, clock] of [
      ['bfcache', bfcache],
      ['reload', reload],
    ] as const) {
      if (!isDue(clock)) continue;
      tabs[Math.floor(Math.random() * TABS)]?.disturb(how);
      done[how] += 1;
    }
    if (isDue(close)) {
      await closeDatabase();
      done.closes += 1;
      lost += await lostSinceLastLook(stored);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  const made = (await Promise.all(tabs.map((tab) => tab.stop()))).reduce((sum, n) => sum + n, 0);
  const result = await suite.settled('/soak', made, 120_000);
  lost += await lostSinceLastLook(stored);
  const growth = (await workerHeap()) - heapBefore;
  const faults = `${done.kills} kills, ${done.bfcache} bfcache trips, ${done.reload} reloads, ${done.closes} database closes`;
  printRow('soak', result, `${faults}, acknowledged lost ${lost}, heap growth ${(growth / 2 ** 20).toFixed(1)} MiB`);
  expectClosed(result);
  expect(lost, 'stored entries lost').toBe(0);
  expect(growth).toBeLessThanOrEqual(MAX_HEAP_GROWTH_BYTES);
});

/** Whether the next one is due; the one after it is a random while away, as far as its rate asks on average. */
function isDue(clock: { readonly every: number; at: number }): boolean {
  if (performance.now() < clock.at) return false;
  clock.at = performance.now() + clock.every * (0.5 + Math.random());
  return true;
}

/** Bytes that the worker's heap holds after a garbage collection. */
async function workerHeap(): Promise<number> {
  const session = await workerSession(suite.browser);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/**
 * Has the worker's connection to the database closed under it: a newer version asks for the database, and gives up when it has it.
 * (Storage.clearDataForOrigin, which closes it too, would take the entries with it.)
 */
function closeDatabase(): Promise<void> {
  return suite.browser.extensionPage.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => name === 'vitalog');
    const opening = indexedDB.open('vitalog', (known?.version ?? 0) + 1);
    await new Promise<void>((resolve) => {
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = () => resolve();
      opening.onsuccess = () => resolve();
    });
  });
}

/** Entries that were stored at an earlier look and are not any more. */
async function lostSinceLastLook(stored: Map<string, number>): Promise<number> {
  let lost = 0;
  for (const { pageLoad } of await readLoads(suite.browser.extensionPage, suite.url('/soak'), false)) {
    lost += Math.max(0, (stored.get(pageLoad.pageLoadId) ?? 0) - pageLoad.ledger.stored);
    stored.set(pageLoad.pageLoadId, pageLoad.ledger.stored);
  }
  return lost;
}
