import type { Page } from 'puppeteer';
import type { CacheAccount } from '../../../src/model/cache.ts';

/** Page loads to add, copies of the one that was recorded of a URL, each with as many chunks, which the account knows of. */
export interface CopiedPageLoads {
  readonly likeUrl: string;
  readonly count: number;
  readonly chunks: number;
  /** Entries of a chunk. */
  readonly perChunk: number;
  readonly lastUsedAt: number;
  readonly sealState: 'raw' | 'sealed';
  /** Another site than that of the recorded one. */
  readonly origin?: string;
}

/** Adds them as the store would have written them. */
export function addCopies(extensionPage: Page, copies: CopiedPageLoads): Promise<void> {
  return extensionPage.evaluate(async ({ likeUrl, count, chunks, perChunk, lastUsedAt, sealState, origin }) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('vitalog'));
    const all = await settled<{ readonly url: string }[]>(
      database.transaction('pageLoads').objectStore('pageLoads').getAll(),
    );
    const model = all.find(({ url }) => url === likeUrl);
    const list = Array.from({ length: perChunk }, (_, i) => {
      return { entryType: 'mark', name: `copied-${i}`, startTime: i, duration: 0, detail: null };
    });
    const entries = JSON.stringify(list);
    const raw = entries.length * chunks;
    for (let from = 0; from < count; from += 1000) {
      const some = Math.min(1000, count - from);
      const tables = database.transaction(['pageLoads', 'chunks', 'account'], 'readwrite');
      const account = await settled<CacheAccount>(tables.objectStore('account').get('account'));
      const added = { pageLoads: some, rawBytes: raw * some, storedBytes: raw * some };
      const sums = Object.entries(added).map(([name, value]) => [name, account[name as keyof CacheAccount] + value]);
      tables.objectStore('account').put({ ...account, ...Object.fromEntries(sums) }, 'account');
      for (let i = 0; i < some; i++) {
        const pageLoadId = crypto.randomUUID();
        tables.objectStore('pageLoads').put({
          ...model,
          ...{ pageLoadId, topPageLoadId: pageLoadId, lastUsedAt, updatedAt: lastUsedAt, sealState, state: 'ended' },
          ...(origin !== undefined && { origin, url: `${origin}/` }),
          ...{ chunks, sealedChunks: 0, bytes: { raw, stored: raw, counted: true } },
        });
        for (let n = 0; n < chunks; n++) {
          tables.objectStore('chunks').put({ pageLoadId, n, from: n * perChunk, count: perChunk, entries });
        }
      }
      await new Promise((resolve, reject) => {
        tables.oncomplete = resolve;
        tables.onabort = () => reject(tables.error);
      });
    }
    database.close();
  }, copies);
}

/** How far the background has come. */
export interface Progress {
  readonly pageLoads: number;
  readonly unsealed: number;
}

/** Reads it without reading a record. */
export function progressOf(extensionPage: Page): Promise<Progress> {
  return extensionPage.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('vitalog'));
    const table = database.transaction('pageLoads').objectStore('pageLoads');
    const [pageLoads, raw, partly] = await Promise.all([
      settled(table.count()),
      settled(table.index('bySealState').count('raw')),
      settled(table.index('bySealState').count('partly')),
    ]);
    database.close();
    return { pageLoads, unsealed: raw + partly };
  });
}

/** What the store evicted, and by how much its account is off. */
export interface Stock {
  readonly evicted: number;
  /** Page loads and bytes: what the account says beyond what is there, either way. */
  readonly accountOff: number;
}

/** Counts the rows against the account, in one transaction. `bytes`: also the bytes of entries that are really there, which is slow. */
export function stockOf(extensionPage: Page, bytes = false): Promise<Stock> {
  return extensionPage.evaluate(async (withBytes) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    interface Row {
      readonly bytes: { readonly raw: number; readonly stored: number };
    }
    const database = await settled(indexedDB.open('vitalog'));
    const tables = database.transaction(['pageLoads', 'chunks', 'sealed', 'account']);
    const [records, account] = await Promise.all([
      settled<Row[]>(tables.objectStore('pageLoads').getAll()),
      settled<CacheAccount>(tables.objectStore('account').get('account')),
    ]);
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
    let stored = sum(records.map((record) => record.bytes.stored));
    let off = Math.abs(account.storedBytes - stored);
    if (withBytes) {
      const [chunks, parts] = await Promise.all([
        settled<{ readonly entries: string }[]>(tables.objectStore('chunks').getAll()),
        settled<{ readonly data: Uint8Array }[]>(tables.objectStore('sealed').getAll()),
      ]);
      stored = sum([...chunks.map(({ entries }) => entries.length), ...parts.map(({ data }) => data.byteLength)]);
      off += Math.abs(account.storedBytes - stored);
    }
    database.close();
    return {
      evicted: account.evictedPageLoads,
      accountOff:
        off +
        Math.abs(account.pageLoads - records.length) +
        Math.abs(account.rawBytes - sum(records.map((record) => record.bytes.raw))),
    };
  }, bytes);
}
