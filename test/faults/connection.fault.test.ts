// Rows 28, 29, 30 and 32 of the fault catalogue: the database's connection.
import { expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { openPopup, press } from '../e2e/support/popup.ts';
import { clearDatabases, forceClose, holdDatabase, openInternals, upgradeTo } from './support/database-actions.ts';
import { make, pour } from './support/known.ts';
import { expectAllStored, printRow } from './support/row.ts';
import { notice, noticeGone } from './support/store-notice.ts';
import { readLoads } from './support/stored.ts';
import { useFaultSuite } from './support/suite.ts';
import { watchWorker } from './support/worker-errors.ts';

const suite = useFaultSuite();

test('row 28: an upgrade waits for neither the background nor two panels, and nothing is lost meanwhile', async () => {
  const [page, other] = [await suite.open('/row-28'), await suite.open('/row-28-other')];
  const panels = [await openPanel(page), await openPanel(other)];
  await make(page, 100);
  await suite.settled('/row-28', 100);
  const poured = pour(page, 1000, 50, 20);
  const waited = await upgradeTo(suite.browser.extensionPage, 1000, false);
  const result = await suite.settled('/row-28', await poured);
  printRow(28, result, `upgrade began after ${Math.round(waited)} ms`);
  expectAllStored(result);
  expect(waited).toBeLessThanOrEqual(1000);
  // The panels go on as well.
  await panels[0]?.frame.waitForFunction(`Number(document.querySelector('.panel').dataset.entries) >= 1100`);
  for (const panel of panels) await panel.close();
  await Promise.all([page.close(), other.close()]);
});

test('row 28: a page that does not give way is told after 3 s, and what was made meanwhile is stored when it does', async () => {
  const page = await suite.open('/row-28-blocked');
  const panel = await openPanel(page);
  await make(page, 100);
  await suite.settled('/row-28-blocked', 100);
  // A connection that ignores `versionchange`, and an upgrade behind it: every other open waits for both.
  const release = await holdDatabase(suite.browser.extensionPage);
  const since = Date.now();
  await make(page, 100);
  const told = await notice(panel.frame, 'blocked');
  const made = await make(page, 100);
  await release();
  await noticeGone(panel.frame, 'blocked');
  const result = await suite.settled('/row-28-blocked', made);
  printRow('28 (blocked)', result, `told in ${told.at - since} ms`);
  expectAllStored(result);
  expect(told.text).toContain('Close the');
  expect(told.at - since).toBeLessThanOrEqual(5000);
  await panel.close();
  await page.close();
});

test('row 30: ten forced closes of the connection during 10,000 entries lose none', async () => {
  const page = await suite.open('/row-30');
  await make(page, 10);
  await suite.settled('/row-30', 10);
  const worker = await watchWorker(suite.browser);
  const internals = await openInternals(suite.browser);
  const poured = pour(page, 10_000, 50, 40);
  for (let i = 1; i <= 10; i++) {
    await page.waitForFunction(`known.made >= ${i * 900}`, { polling: 10 });
    await forceClose(internals);
  }
  const result = await suite.settled('/row-30', await poured);
  printRow(30, result, `forced closes 10, uncaught ${worker.errors.length}`);
  expectAllStored(result);
  expect(worker.errors).toEqual([]);
  await worker.stop();
  await internals.close();
  await page.close();
});

test('row 32: a cleared database is told in panel and popup, and open pages are recorded on', async () => {
  const page = await suite.open('/row-32');
  const panel = await openPanel(page);
  const before = await make(page, 300);
  await suite.settled('/row-32', before);
  const since = Date.now();
  await clearDatabases(suite.browser);
  const told = await notice(panel.frame, 'lost');
  const made = await make(page, 300);
  const result = await suite.settled('/row-32', made);
  const [load] = await readLoads(suite.browser.extensionPage, suite.url('/row-32'));
  await panel.close();
  const popup = await openPopup(suite.browser, page);
  const inPopup = await notice(popup, 'lost');
  printRow(32, result, `told in ${told.at - since} ms, of later entries ${load?.known.length} of ${made - before}`);
  expect(result.duplicates).toBe(0);
  expect(result.unaccounted).toBe(0);
  expect(load?.known).toEqual(Array.from({ length: made - before }, (_, i) => before + i));
  expect(load?.pageLoad.ledger.dropped.store).toBeGreaterThanOrEqual(before);
  // Without a word from the page, which has nothing to tell.
  expect(told.at - since).toBeLessThanOrEqual(2000);
  expect(told.text).toMatch(/gone: .* Noticed on .*20\d\d/);
  expect(inPopup.text).toBe(told.text);
  // Who has read of it is not told again.
  await press(popup, 'Dismiss');
  await noticeGone(popup, 'lost');
  await popup.close();
  await page.close();
});

test('row 29: a database that a newer version wrote stays as it is, and the panel says what to do', async () => {
  const page = await suite.open('/row-29');
  const before = await make(page, 100);
  await suite.settled('/row-29', before);
  const panel = await openPanel(page);
  const worker = await watchWorker(suite.browser);
  await upgradeTo(suite.browser.extensionPage, 1001, true);
  const told = await notice(panel.frame, 'newer-version');
  await make(page, 100);
  const later = await suite.open('/row-29-later');
  await make(later, 100);
  const stored = await suite.browser.extensionPage.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('vitalog');
        opening.onsuccess = () => {
          const count = opening.result.transaction('chunks').objectStore('chunks').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  process.stdout.write(`row 29: chunks still there ${stored}, uncaught ${worker.errors.length}\n`);
  expect(told.text).toContain('Update the extension');
  expect(stored).toBeGreaterThan(0);
  expect(worker.errors).toEqual([]);
  await worker.stop();
  await panel.close();
  await Promise.all([page.close(), later.close()]);
});
