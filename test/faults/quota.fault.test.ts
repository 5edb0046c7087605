// Rows 24 to 27 of the fault catalogue, on a build without `unlimitedStorage`: with it the browser's quota does not apply.
import { rm } from 'node:fs/promises';
import type { Frame, Page } from 'puppeteer';
import { afterAll, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { poll } from '../../src/cli/browser/poll.ts';
import { make } from './support/known.ts';
import {
  beginWithQuota,
  type ChromeStorage,
  setQuota,
  takeAllRoom,
  withoutUnlimitedStorage,
} from './support/limited-quota.ts';
import { passingVisit } from './support/passing-visit.ts';
import { expectClosed, expectDeclared, printRow } from './support/row.ts';
import { notice, noticeGone } from './support/store-notice.ts';
import { readLoads } from './support/stored.ts';
import { useFaultSuite } from './support/suite.ts';
import { watchWorker } from './support/worker-errors.ts';

let folder = '';
const suite = useFaultSuite(async () => {
  folder = await withoutUnlimitedStorage();
  return folder;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const VISITS = 10;
const MEBIBYTE = 1024 * 1024;

test('rows 24, 25, 27: without room vitals and counters go on, the panel says so, and recording catches up by itself', async () => {
  let lift = await beginWithQuota(suite.browser, 3 * MEBIBYTE);
  const page = await suite.open('/row-24');
  const panel = await openPanel(page);
  const worker = await watchWorker(suite.browser);
  await makeUntilFull(page, panel.frame);
  const told = await notice(panel.frame, 'limited');
  const toldAfter = told.at - ((await worker.firstRefusal()) ?? 0);
  const quota = await suite.browser.extensionPage.evaluate(async () => (await navigator.storage.estimate()).quota ?? 0);
  await lift();
  lift = await takeAllRoom(suite.browser, 3 * MEBIBYTE);
  const before = await readLoads(suite.browser.extensionPage, suite.url('/row-24'));
  // Whole page loads without room: what they measured must not be missing.
  for (let visit = 0; visit < VISITS; visit++) await passingVisit(suite, `/visit-24?${visit}`, 20);
  const during = await readLoads(suite.browser.extensionPage, suite.url('/'));
  await lift();
  lift = await setQuota(suite.browser, 200 * MEBIBYTE);
  const lifted = Date.now();
  const recovered = (await noticeGone(panel.frame, 'limited')) - lifted;

  const made = await make(page, 500);
  const result = await suite.settled('/row-24', made);
  const visited = await suite.settled('/visit-24', VISITS * 20);
  const visits = await readLoads(suite.browser.extensionPage, suite.url('/visit-24'));
  const vitals = visits.filter(({ pageLoad }) =>
    ['TTFB', 'FCP'].every((name) => pageLoad.vitals.some((vital) => vital.name === name)),
  );
  printRow(
    '24, 25, 27',
    result,
    `told in ${toldAfter} ms, recovered in ${recovered} ms, uncaught ${worker.errors.length}, estimate() meanwhile ${Math.round(quota / MEBIBYTE)} MiB`,
  );
  printRow('24 (visits without room)', visited, `vitals of ${vitals.length} of ${VISITS} page loads`);
  expect(known(during), 'entries stored without room').toBe(known(before));
  expectClosed(result);
  expectDeclared(visited);
  await outboxEmpty(suite.browser.extensionPage);
  expect(toldAfter).toBeLessThanOrEqual(2000);
  expect(told.text).toContain('Free disk space');
  expect(recovered).toBeLessThanOrEqual(1000);
  expect(vitals).toHaveLength(VISITS);
  expect(worker.errors).toEqual([]);
  await worker.stop();
  await lift();
  await panel.close();
  await page.close();
});

/** 3 MiB take some 30,000 entries; beyond 100,000 a minute a cap leaves entries out. */
async function makeUntilFull(page: Page, panel: Frame): Promise<void> {
  for (let n = 0; n < 90_000; n += 2000) {
    await make(page, 2000);
    const told = await panel.waitForSelector('[data-store-state="limited"]', { timeout: 700 }).catch(() => null);
    if (told) return;
  }
  throw new Error('90,000 entries did not use up the quota.');
}

/** What left pages could leave there is taken in when there is room, and waits for nothing else. */
function outboxEmpty(extensionPage: Page): Promise<true> {
  return poll(
    () =>
      extensionPage.evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: ChromeStorage }).chrome;
        return Object.keys(await storage.local.get(null)).every((key) => !key.startsWith('ob/')) || null;
      }),
    { every: 100, timeout: 15_000, onTimeout: () => new Error('Something was left in the outbox.') },
  );
}

function known(loads: Awaited<ReturnType<typeof readLoads>>): number {
  return loads.reduce((sum, load) => sum + load.known.length, 0);
}
