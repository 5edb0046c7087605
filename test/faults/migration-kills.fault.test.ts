// Row 38 of the fault catalogue: the browser dies while the database is brought to a newer version.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { DATABASE_VERSION } from '../../src/store/schema.ts';
import { buildExtension } from '../bench/support/build-extension.ts';
import { RECORDED_DATABASES } from '../fixtures/recorded-databases.ts';
import { digestDatabase, restoreLarge } from './support/large-database.ts';
import { createProfile, end } from './support/restartable.ts';
import { printFigures } from './support/row.ts';

const ROWS = 100_000;
const PAGE_LOADS = 20_000;
const KILLS = 5;

let folder: string;
let script: string;
beforeAll(async () => {
  // The store alone, without a background that would open the database before it is old.
  folder = await buildExtension({
    name: 'migration-kills',
    content: 'test/bench/extensions/empty.ts',
    background: 'test/bench/extensions/sink.ts',
    page: 'test/faults/support/migrating-store.iife.ts',
  });
  script = await readFile(path.join(folder, 'page.js'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(RECORDED_DATABASES)(
  'row 38: five kills of the browser in the middle of migrating 100,000 rows of version $version leave the old version or the new one, and every row',
  async (recorded) => {
    const fields = Object.keys(recorded.tables.pageLoads[0] ?? {});
    const profile = await createProfile(folder, 'manifest.json');
    onTestFinished(profile.remove);
    let chromium = await profile.start();
    onTestFinished(() => chromium.close());
    await restoreLarge(chromium.extensionPage, recorded, PAGE_LOADS, ROWS);
    const before = await digestDatabase(chromium.extensionPage, fields);
    expect(before).toMatchObject({ version: recorded.version, rows: ROWS });

    const durations: number[] = [];
    let old = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      await beginMigration(chromium.extensionPage);
      // In a migration that takes some seconds: spread over the first two.
      const wait = Math.round(((kill + Math.random()) / KILLS) * 2000);
      await new Promise((resolve) => setTimeout(resolve, wait));
      const ended = await migrationEnded(chromium.extensionPage);
      await end(chromium, 'SIGKILL');
      chromium = await profile.start();
      const after = await digestDatabase(chromium.extensionPage, fields);
      expect([recorded.version, DATABASE_VERSION]).toContain(after.version);
      expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
      if (after.version === recorded.version) old += 1;
      if (ended) expect(after.version).toBe(DATABASE_VERSION);
      durations.push(wait);
      if (after.version === DATABASE_VERSION && kill < KILLS - 1) {
        await deleteDatabase(chromium.extensionPage);
        await restoreLarge(chromium.extensionPage, recorded, PAGE_LOADS, ROWS);
      }
    }
    await beginMigration(chromium.extensionPage);
    await chromium.extensionPage.waitForFunction('migratingStore.ended', { polling: 100, timeout: 120_000 });
    const last = await digestDatabase(chromium.extensionPage, fields);
    printFigures(
      38,
      `from version ${recorded.version}: kills ${KILLS} (after ${durations.join(', ')} ms of migrating), old version ${old}, new ${KILLS - old}, rows equal ${KILLS} of ${KILLS}, in the end version ${last.version} with ${last.rows} rows`,
    );
    expect(last).toEqual({ ...before, version: DATABASE_VERSION });
    expect(old, 'kills that met the migration in the middle').toBeGreaterThan(0);
  },
);

/** Resolves when the browser has begun the upgrade. */
async function beginMigration(page: Page): Promise<void> {
  await page.evaluate(script);
  await page.evaluate('void migratingStore.begin()');
  await page.waitForFunction('migratingStore.begun', { polling: 5 });
}

async function migrationEnded(page: Page): Promise<boolean> {
  return (await page.evaluate('migratingStore.ended')) === true;
}

function deleteDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('vitalog');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
}
