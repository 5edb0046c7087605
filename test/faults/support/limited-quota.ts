import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';
import { DIST, type TestBrowser } from '../../e2e/support/extension.ts';
import { clearDatabases } from './database-actions.ts';

/** The built extension without `unlimitedStorage`, to which the browser's quota applies; in a folder of its own. */
export async function withoutUnlimitedStorage(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-limited-'));
  await cp(DIST, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { readonly permissions: readonly string[] };
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  await writeFile(file, JSON.stringify({ ...manifest, permissions }));
  return folder;
}

/** Gives the extension so many bytes; null: as many as the browser likes. */
export async function setQuota(
  { extensionPage, extensionId }: TestBrowser,
  bytes: number | null,
): Promise<() => Promise<void>> {
  const session = await extensionPage.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: `chrome-extension://${extensionId}`,
    ...(bytes !== null && { quotaSize: bytes }),
  });
  // The override ends with the session.
  return () => session.detach();
}

/**
 * Puts `bytes` that no compression makes smaller into a database of the extension's own, as a file of their own; false when there
 * is no room.
 */
export function fillRoom({ extensionPage }: TestBrowser, bytes: number): Promise<boolean> {
  return extensionPage.evaluate(
    (size) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('filler', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('filler', { autoIncrement: true });
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const filler = new Uint8Array(size);
          for (let i = 0; i < size; i += 65_536) crypto.getRandomValues(filler.subarray(i, i + 65_536));
          const transaction = opening.result.transaction('filler', 'readwrite');
          transaction.objectStore('filler').put(filler);
          const end = (isWritten: boolean) => {
            opening.result.close();
            resolve(isWritten);
          };
          transaction.oncomplete = () => end(true);
          transaction.onabort = () => end(false);
        };
      }),
    bytes,
  );
}

/**
 * Begins anew with an empty database that may grow to so many bytes. Chromium reckons with the room that it last knew of for 30 s or until
 * more than that is asked for: of a database that is new it knows nothing.
 */
export async function beginWithQuota(browser: TestBrowser, bytes: number): Promise<() => Promise<void>> {
  const lift = await setQuota(browser, bytes);
  const epoch = (old: string | null) =>
    poll(() => otherEpoch(browser.extensionPage, old), {
      every: 50,
      timeout: 15_000,
      onTimeout: () => new Error('The database was not opened (anew).'),
    });
  const before = await epoch(null);
  await clearDatabases(browser);
  await epoch(before);
  return lift;
}

/**
 * Leaves no room at all: LevelDB gives room back when it compacts its files, and what fits then may well be stored. To be asked for after
 * `beginWithQuota`, with `known` bytes at most.
 */
export async function takeAllRoom(browser: TestBrowser, known: number): Promise<() => Promise<void>> {
  const lift = await setQuota(browser, 1);
  if (await fillRoom(browser, 2 * known)) throw new Error('The browser does not keep to the quota.');
  return lift;
}

/** The id that the extension gave its database; null before it did, and while it is `old`. */
function otherEpoch(extensionPage: Page, old: string | null): Promise<string | null> {
  return extensionPage.evaluate(async (known) => {
    const key = 'store/epoch';
    const { storage } = (globalThis as unknown as { chrome: ChromeStorage }).chrome;
    const { [key]: epoch } = await storage.local.get(key);
    return epoch === undefined || epoch === known ? null : epoch;
  }, old);
}

/** The part of `chrome` that is used here. */
export interface ChromeStorage {
  readonly storage: { readonly local: { get(key: string | null): Promise<Readonly<Record<string, string>>> } };
}
