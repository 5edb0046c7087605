import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../src/cli/browser/launch-browser.ts';
import { DATABASE_VERSION } from '../../src/store/schema.ts';
import { buildExtension } from '../bench/support/build-extension.ts';
import { RECORDED_DATABASES, type RecordedDatabase, restoreDatabase } from '../fixtures/recorded-databases.ts';

let folder: string;
let launched: LaunchedBrowser;
let script: string;

beforeAll(async () => {
  // The store alone, without a background that would open the database before it is old.
  folder = await buildExtension({
    name: 'migrations',
    content: 'test/bench/extensions/empty.ts',
    background: 'test/bench/extensions/sink.ts',
    page: 'test/e2e/support/migrated-store.iife.ts',
  });
  script = await readFile(path.join(folder, 'page.js'), 'utf8');
  launched = await launchBrowser({ dist: folder });
});

afterAll(async () => {
  await launched?.close();
  await rm(folder, { recursive: true });
});

test.each(RECORDED_DATABASES)(
  'a database that version $version wrote keeps every row in Chromium',
  async (recorded) => {
    const page = await launched.browser.newPage();
    await page.goto(`chrome-extension://${launched.extensionId}/manifest.json`);
    await page.evaluate(restoreDatabase, 'vitalog', recorded);
    await page.evaluate(script);
    const { version, tables } = (await page.evaluate('migratedStore.read()')) as Pick<
      RecordedDatabase,
      'version' | 'tables'
    >;
    expect(version).toBe(DATABASE_VERSION);
    expect(tables.chunks).toEqual(recorded.tables.chunks);
    expect(tables.meta).toEqual(recorded.tables.meta);
    expect(tables.pageLoads).toMatchObject(recorded.tables.pageLoads);
    expect(tables.pageLoads.every(({ sealState }) => sealState === 'raw')).toBe(true);
    await forget(page);
  },
);

async function forget(page: Page): Promise<void> {
  // Closed, so that nothing keeps the database from being deleted.
  await page.reload();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('vitalog');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
  await page.close();
}
