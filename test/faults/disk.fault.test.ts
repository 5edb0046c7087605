// Rows 31, 33 and 34 of the fault catalogue: what lies on the disk.
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, statfs, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { poll } from '../../src/cli/browser/poll.ts';
import { exportSession } from '../e2e/support/export-session.ts';
import type { TestBrowser } from '../e2e/support/extension.ts';
import type { AssetServer } from '../pages/asset-server.ts';
import { startKnownPages } from '../pages/known-page.ts';
import { make } from './support/known.ts';
import { createProfile } from './support/restartable.ts';
import { expectAllStored, printRow } from './support/row.ts';
import { notice, noticeGone } from './support/store-notice.ts';
import { readLoads, settledTally } from './support/stored.ts';
import { watchWorker } from './support/worker-errors.ts';

let pages: AssetServer;
beforeAll(async () => {
  pages = await startKnownPages();
});
afterAll(() => pages.close());

const LOADS = 20;
const EACH = 1000;

/** What is done to each file of the database while the browser is not running. */
const DAMAGE: Readonly<Record<string, (file: string) => Promise<void>>> = {
  'half cut': async (file) => {
    if (/\.(ldb|log)$|MANIFEST/.test(file)) await truncate(file, Math.floor((await stat(file)).size / 2));
  },
  garbled: async (file) => {
    if (!/\.(ldb|log)$|MANIFEST/.test(file)) return;
    const bytes = await readFile(file);
    for (let i = 0; i < bytes.length; i += 97) bytes[i] = (bytes[i] ?? 0) ^ 0xff;
    await writeFile(file, bytes);
  },
  'without MANIFEST': async (file) => {
    if (path.basename(file).startsWith('MANIFEST')) await rm(file);
  },
};

test.each(Object.entries(DAMAGE))(
  'row 31: a database that is %s is told, and recording goes on',
  async (how, damage) => {
    const profile = await createProfile();
    onTestFinished(profile.remove);
    let chromium = await profile.start();
    for (let i = 0; i < LOADS; i++) {
      const page = await open(chromium, `/row-31-before?${i}`);
      await make(page, EACH);
      await page.close();
    }
    await settledTally(chromium.extensionPage, `${pages.url}/row-31-before`, LOADS * EACH);
    await chromium.close();
    const folder = databaseFolder(profile.folder, chromium.extensionId);
    for (const file of await readdir(folder)) await damage(path.join(folder, file));

    chromium = await profile.start();
    onTestFinished(() => chromium.close());
    const page = await open(chromium, '/row-31');
    const panel = await openPanel(page);
    const shown = await panel.frame.waitForSelector('[data-store-state="lost"], [data-store-state="memory"]');
    const told = await shown?.evaluate((element) => (element as HTMLElement).dataset.storeState);
    const made = await make(page, EACH);
    const stored = await exportedEntries(chromium, panel.frame, made);
    process.stdout.write(`row 31 (${how}): told as ${told}, made ${made}, stored ${stored}\n`);
    expect(stored).toBe(made);
    await panel.close();
  },
);

test.each([
  ['without MANIFEST', DAMAGE['without MANIFEST']],
  [
    'whose CURRENT names no file',
    async (file: string) => {
      if (path.basename(file) === 'CURRENT') await writeFile(file, 'MANIFEST-999999\n');
    },
  ],
] as const)(
  'row 31: a database %s, which no browser opens again, is given up for another one, and that is told',
  async (how, damage) => {
    const profile = await createProfile();
    onTestFinished(profile.remove);
    let chromium = await profile.start();
    const before = await open(chromium, '/row-31-before');
    await settledTally(chromium.extensionPage, `${pages.url}/row-31-before`, await make(before, EACH));
    await chromium.close();
    const folder = databaseFolder(profile.folder, chromium.extensionId);
    for (const file of await readdir(folder)) await damage?.(path.join(folder, file));

    chromium = await profile.start();
    onTestFinished(() => chromium.close());
    const page = await open(chromium, '/row-31');
    const panel = await openPanel(page);
    const memory = await notice(panel.frame, 'memory');
    await make(page, EACH);
    const told = await notice(panel.frame, 'lost', 30_000);
    await noticeGone(panel.frame, 'memory');
    const made = await make(page, EACH);
    const exported = await exportedEntries(chromium, panel.frame, made);
    await panel.close();
    await chromium.close();
    chromium = await profile.start();
    const kept = await knownInLastBucket(chromium.extensionPage);
    process.stdout.write(
      `row 31 (${how}): told as memory, after ${told.at - memory.at} ms as lost; made ${made}, exported ${exported}, there after a restart ${kept}\n`,
    );
    expect(told.text).toContain('cannot be opened any more');
    expect(exported).toBe(made);
    expect(kept).toBe(made);
  },
);

test('row 31: rows that are missing from a database that kept its id are told, and the ledger counts them as lost', async () => {
  const profile = await createProfile();
  onTestFinished(profile.remove);
  let chromium = await profile.start();
  for (const path of ['/row-31-holes', '/row-31-whole']) {
    const page = await open(chromium, path);
    for (let batch = 0; batch < 5; batch++)
      await settledTally(chromium.extensionPage, `${pages.url}${path}`, await make(page, 200));
    await page.close();
  }
  const [before] = await readLoads(chromium.extensionPage, `${pages.url}/row-31-holes`);
  await dropChunk(chromium.extensionPage, before?.pageLoad.pageLoadId ?? '');
  await chromium.close();

  chromium = await profile.start();
  onTestFinished(() => chromium.close());
  const page = await open(chromium, '/row-31-after');
  const panel = await openPanel(page);
  const told = await notice(panel.frame, 'lost');
  const holes = await settledTally(chromium.extensionPage, `${pages.url}/row-31-holes`, 1000);
  const whole = await settledTally(chromium.extensionPage, `${pages.url}/row-31-whole`, 1000);
  printRow('31 (rows missing)', holes, `told as "${told.text.split('.')[0]}"`);
  // Entries of other types may have been in that chunk too.
  expect(holes).toMatchObject({ duplicates: 0, unaccounted: 0 });
  expect(holes.stored).toBeLessThan(holes.made);
  expect(holes.stored + holes.declared).toBeGreaterThanOrEqual(holes.made);
  expectAllStored(whole);
  expect(told.text).toContain('Part of the stored log was damaged');
  await panel.close();
});

test('row 33: on a full disk vitals and counters go on, the panel says so, and recording catches up', async () => {
  const profile = await createProfile();
  onTestFinished(profile.remove);
  const disk = path.join(profile.folder, 'Default/IndexedDB');
  await mkdir(disk, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(`Row 33 needs the right to mount a 64 MB file system: run the fault suite as root. ${error}`);
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  const chromium = await profile.start();
  onTestFinished(() => chromium.close());
  const page = await open(chromium, '/row-33');
  const panel = await openPanel(page);
  const worker = await watchWorker(chromium);
  await make(page, EACH);
  await settledTally(chromium.extensionPage, `${pages.url}/row-33`, EACH);
  const { bavail, bsize } = await statfs(disk);
  const filler = path.join(disk, 'filler');
  await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - 100 * 1024)));
  for (let tries = 0; tries < 20; tries++) {
    await make(page, EACH);
    if (await panel.frame.waitForSelector('[data-store-state="limited"]', { timeout: 500 }).catch(() => null)) break;
  }
  const told = await notice(panel.frame, 'limited');
  const toldAfter = told.at - ((await worker.firstRefusal()) ?? 0);
  await rm(filler);
  const freed = Date.now();
  const recovered = (await noticeGone(panel.frame, 'limited')) - freed;
  const result = await settledTally(chromium.extensionPage, `${pages.url}/row-33`, await make(page, EACH));
  printRow(33, result, `told in ${toldAfter} ms, recovered in ${recovered} ms, uncaught ${worker.errors.length}`);
  expectAllStored(result);
  expect(toldAfter).toBeLessThanOrEqual(2000);
  expect(recovered).toBeLessThanOrEqual(1000);
  expect(worker.errors).toEqual([]);
  await worker.stop();
});

test('row 34: without a database the log is in memory, with a banner, and export works', async () => {
  const profile = await createProfile();
  onTestFinished(profile.remove);
  await mkdir(path.join(profile.folder, 'Default'), { recursive: true });
  // Where the folders of databases and of storage buckets should be are files: Chromium can open none.
  await writeFile(path.join(profile.folder, 'Default/IndexedDB'), '');
  await writeFile(path.join(profile.folder, 'Default/WebStorage'), '');
  const chromium = await profile.start();
  onTestFinished(() => chromium.close());
  const page = await open(chromium, '/row-34');
  const panel = await openPanel(page);
  const told = await notice(panel.frame, 'memory');
  const made = await make(page, 500);
  const exported = await exportedEntries(chromium, panel.frame, made);
  const title = await buttonTitle(chromium.extensionPage, page.url());
  process.stdout.write(`row 34: made ${made}, shown ${made}, exported ${exported}, banner yes, button "${title}"\n`);
  expect(title).toMatch(/^Vitalog: .*limits? /);
  // All of that without a database.
  expect(await panel.frame.$('[data-store-state="memory"]')).not.toBeNull();
  expect(told.text).toContain('Export what you want to keep');
  expect(exported).toBe(made);
  await panel.close();
});

/** The files of all databases of the extension that are in no bucket. */
function databaseFolder(profile: string, extensionId: string): string {
  return path.join(profile, 'Default/IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`);
}

/** Marks of known pages in the database that lies in the extension's last storage bucket. */
function knownInLastBucket(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      readonly storageBuckets: {
        keys(): Promise<readonly string[]>;
        open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
      };
    };
    const { indexedDB: factory } = await storageBuckets.open((await storageBuckets.keys()).at(-1) ?? '');
    return new Promise<number>((resolve, reject) => {
      const opening = factory.open('vitalog');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('chunks').objectStore('chunks').getAll();
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => {
          const chunks: readonly { readonly entries: string }[] = reading.result;
          resolve(chunks.reduce((sum, { entries }) => sum + entries.split('"known-').length - 1, 0));
        };
      };
    });
  });
}

async function open(chromium: TestBrowser, pathAndQuery: string) {
  const page = await chromium.browser.newPage();
  await page.goto(`${pages.url}${pathAndQuery}`);
  return page;
}

/** Waits until the panel shows as many entries as were made, then exports the session. Resolves with the marks in it. */
async function exportedEntries({ browser }: TestBrowser, panel: Frame, made: number): Promise<number> {
  await panel.waitForFunction(`Number(document.querySelector('.panel').dataset.entries) >= ${made}`);
  const { pageLoads } = await exportSession(browser, panel);
  return pageLoads.flatMap(({ entries }) => entries).filter(({ entryType }) => entryType === 'mark').length;
}

/** What the toolbar button says of a tab, as soon as it says anything of its limits. */
function buttonTitle(page: Page, url: string): Promise<string> {
  return poll(
    () =>
      page.evaluate(async (at) => {
        const { action, tabs } = (globalThis as unknown as { chrome: ChromeAction }).chrome;
        const tab = (await tabs.query({})).find((candidate) => candidate.url === at);
        const title = await action.getTitle({ tabId: tab?.id ?? -1 });
        return title.startsWith('Vitalog: ') ? title : null;
      }, url),
    { every: 100, timeout: 15_000, onTimeout: () => new Error('The button says nothing of the page.') },
  );
}

/** The part of `chrome` that is used here. */
interface ChromeAction {
  readonly action: { getTitle(of: { readonly tabId: number }): Promise<string> };
  readonly tabs: { query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]> };
}

/** Takes one chunk of a page load away that holds known entries, and nothing else. */
function dropChunk(page: Page, pageLoadId: string): Promise<void> {
  return page.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('vitalog');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('chunks', 'readwrite', { durability: 'strict' });
          const table = transaction.objectStore('chunks');
          const reading = table.getAll(IDBKeyRange.bound([id], [id, []]));
          reading.onsuccess = () => {
            const chunks: readonly { readonly n: number; readonly entries: string }[] = reading.result;
            const chunk = chunks.find(({ entries }) => entries.includes('"known-'));
            table.delete([id, chunk?.n ?? -1]);
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    pageLoadId,
  );
}
