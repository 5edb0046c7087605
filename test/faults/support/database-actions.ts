import type { Page } from 'puppeteer';
import type { TestBrowser } from '../../e2e/support/extension.ts';

/** Clears the extension's databases, as clearing its site data or an eviction does. */
export async function clearDatabases({ extensionPage, extensionId }: TestBrowser): Promise<void> {
  const session = await extensionPage.createCDPSession();
  const origin = `chrome-extension://${extensionId}`;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
}

/** Chromium's page of databases, where connections can be closed by force. */
export async function openInternals({ browser }: TestBrowser): Promise<Page> {
  const internals = await browser.newPage();
  await internals.goto('chrome://indexeddb-internals');
  await internals.waitForSelector('.force-close');
  return internals;
}

/** Closes all connections under their owners; what is stored stays. */
export async function forceClose(internals: Page): Promise<void> {
  await internals.bringToFront();
  await internals.click('.force-close');
}

/**
 * Has another page open the database at a version, as a newer Vitalog would. With `keep` the version stays; otherwise the upgrade is
 * taken back as soon as it has begun. Resolves with how long the other connections made it wait, in ms.
 */
export function upgradeTo(page: Page, version: number, keep: boolean): Promise<number> {
  return page.evaluate(
    (to, stays) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now();
        const opening = indexedDB.open('vitalog', to);
        let waited = 0;
        opening.onupgradeneeded = () => {
          waited = performance.now() - start;
          if (!stays) opening.transaction?.abort();
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve(waited);
        };
        opening.onerror = () => (waited > 0 ? resolve(waited) : reject(opening.error));
      }),
    version,
    keep,
  );
}

/** Has a page keep its connection when a newer version wants to upgrade. Resolves with what ends it: the upgrade is taken back then. */
export async function holdDatabase(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const held = indexedDB.open('vitalog');
        held.onsuccess = () => {
          const upgrade = indexedDB.open('vitalog', 1000);
          upgrade.onblocked = () => resolve();
          upgrade.onupgradeneeded = () => upgrade.transaction?.abort();
          Object.assign(globalThis, { held: held.result });
        };
      }),
  );
  return () => page.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
}
