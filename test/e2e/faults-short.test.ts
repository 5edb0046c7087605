// The short form of the fault suite (`npm run test:faults`), for every `npm test`.
import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { clearDatabases, forceClose, openInternals } from '../faults/support/database-actions.ts';
import { make, makeAndLeave, pour } from '../faults/support/known.ts';
import { beginWithQuota, setQuota, takeAllRoom, withoutUnlimitedStorage } from '../faults/support/limited-quota.ts';
import { passingVisit } from '../faults/support/passing-visit.ts';
import { expectAllStored, expectDeclared, printRow } from '../faults/support/row.ts';
import { notice, noticeGone } from '../faults/support/store-notice.ts';
import { readLoads } from '../faults/support/stored.ts';
import { useFaultSuite } from '../faults/support/suite.ts';

const MEBIBYTE = 1024 * 1024;

// With `unlimitedStorage` the browser's quota does not apply.
let folder = '';
const suite = useFaultSuite(async () => {
  folder = await withoutUnlimitedStorage();
  return folder;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('three kills of the worker in the middle of 5,000 entries lose none', async () => {
  const page = await suite.open('/burst');
  const poured = pour(page, 5000, 100, 20);
  for (const n of [1200, 2400, 3600]) {
    await page.waitForFunction(`known.made >= ${n}`, { polling: 10 });
    await suite.killWorker();
  }
  const result = await suite.settled('/burst', await poured);
  printRow('1 (short)', result, '3 kills');
  expectAllStored(result);
  await page.close();
});

test('a way there and back through bfcache loses nothing', async () => {
  const page = await suite.open('/back');
  await make(page, 50);
  await page.goto(suite.url('/elsewhere'));
  await page.evaluate(() => history.back());
  await page.waitForFunction(`location.pathname === '/back' && known.restored === 1`);
  const result = await suite.settled('/back', await make(page, 50));
  printRow('5 (short)', result);
  expectAllStored(result);
  await page.close();
});

test('a page that is left at the moment in which the worker is killed loses nothing', async () => {
  for (const way of ['navigation', 'close']) {
    const path = `/left-by-${way}`;
    const page = await suite.open(path);
    await make(page, 50);
    await suite.settled(path, 50);
    await suite.killWorker();
    if (way === 'navigation') await makeAndLeave(page, 200, suite.url('/elsewhere'));
    else await make(page, 200);
    await page.close();
    const result = await suite.settled(path, 250);
    printRow(`9 (short, ${way})`, result);
    expectAllStored(result);
    expect(result.made).toBe(250);
  }
});

test('a connection that is closed by force three times in 2,000 entries loses none', async () => {
  const page = await suite.open('/forced');
  await make(page, 10);
  await suite.settled('/forced', 10);
  const internals = await openInternals(suite.browser);
  const poured = pour(page, 2000, 50, 20);
  for (const n of [500, 1000, 1500]) {
    await page.waitForFunction(`known.made >= ${n}`, { polling: 10 });
    await forceClose(internals);
  }
  const result = await suite.settled('/forced', await poured);
  printRow('30 (short)', result, 'forced closes 3');
  expectAllStored(result);
  await internals.close();
  await page.close();
});

test('a cleared database is told in the panel, declared in the ledger, and the open page is recorded on', async () => {
  const page = await suite.open('/cleared');
  const panel = await openPanel(page);
  const before = await make(page, 100);
  await suite.settled('/cleared', before);
  const since = Date.now();
  await clearDatabases(suite.browser);
  // Without a word from the page, which has nothing to tell.
  const told = await notice(panel.frame, 'lost');
  const made = await make(page, 100);
  const result = await suite.settled('/cleared', made);
  printRow('32 (short)', result, `told in ${told.at - since} ms`);
  expect(told.text).toContain('gone');
  expect(result).toMatchObject({ stored: made - before, duplicates: 0, unaccounted: 0 });
  await panel.close();
  await page.close();
});

test('without room the panel says so, vitals of page loads are kept, and their entries are stored when there is room again', async () => {
  let lift = await beginWithQuota(suite.browser, 8 * MEBIBYTE);
  const page = await suite.open('/full');
  const panel = await openPanel(page);
  await suite.settled('/full', await make(page, 50));
  await lift();
  lift = await takeAllRoom(suite.browser, 8 * MEBIBYTE);
  const made = await make(page, 50);
  await notice(panel.frame, 'limited');
  await passingVisit(suite, '/visited-without-room', 20);
  const during = await readLoads(suite.browser.extensionPage, suite.url('/'));
  await lift();
  lift = await setQuota(suite.browser, 200 * MEBIBYTE);
  await noticeGone(panel.frame, 'limited');

  const result = await suite.settled('/full', made);
  const visited = await suite.settled('/visited-without-room', 20);
  const [visit] = await readLoads(suite.browser.extensionPage, suite.url('/visited-without-room'));
  printRow('24 (short)', result);
  expect(during.flatMap(({ known }) => known)).toHaveLength(50);
  expectAllStored(result);
  expectDeclared(visited);
  expect(visit?.pageLoad.vitals.map(({ name }) => name)).toEqual(expect.arrayContaining(['TTFB', 'FCP']));
  await lift();
  await panel.close();
  await page.close();
});
