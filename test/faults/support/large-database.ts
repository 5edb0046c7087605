import type { Page } from 'puppeteer';
import { type RecordedDatabase, restoreDatabase } from '../../fixtures/recorded-databases.ts';

/** The version of a database, and what its rows come to: the same for the same rows. */
export interface DatabaseDigest {
  readonly version: number;
  readonly rows: number;
  /** Of chunks as a whole, and of page loads with the fields that they were recorded with. */
  readonly digest: string;
}

/**
 * Makes the database as an older version would have left it: `pageLoads` copies of its recorded rows, with as many chunks each as
 * make `rows`.
 */
export async function restoreLarge(
  page: Page,
  recorded: RecordedDatabase,
  pageLoads: number,
  rows: number,
): Promise<void> {
  const { pageLoads: likeLoads, chunks: likeChunks } = recorded.tables;
  await page.evaluate(restoreDatabase, 'vitalog', {
    ...recorded,
    tables: { ...recorded.tables, pageLoads: [], chunks: [] },
  });
  await page.evaluate(
    async (like, chunk, loads, perLoad) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('vitalog');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const entries = String(chunk?.entries).slice(0, 200);
      for (let from = 0; from < loads; from += 1000) {
        const transaction = database.transaction(['pageLoads', 'chunks'], 'readwrite');
        for (let i = from; i < Math.min(loads, from + 1000); i++) {
          const pageLoadId = `load-${i}`;
          transaction.objectStore('pageLoads').put({ ...like[i % like.length], pageLoadId });
          for (let n = 0; n < perLoad; n++) {
            transaction.objectStore('chunks').put({ ...chunk, pageLoadId, n, entries: `${entries}${i}/${n}` });
          }
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        });
      }
      database.close();
    },
    likeLoads,
    likeChunks[0],
    pageLoads,
    rows / pageLoads - 1,
  );
}

/** Reads the database in whatever version it is, without bringing it to another. */
export function digestDatabase(page: Page, recordedFields: readonly string[]): Promise<DatabaseDigest> {
  return page.evaluate(
    async (fields) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await settled(indexedDB.open('vitalog'));
      try {
        const tables = database.transaction(['pageLoads', 'chunks', 'meta']);
        const read = (name: string): Promise<Readonly<Record<string, unknown>>[]> =>
          settled(tables.objectStore(name).getAll());
        const [loads, chunks, meta] = await Promise.all([read('pageLoads'), read('chunks'), read('meta')]);
        const recordedLoads = loads.map((load) => fields.map((field) => load[field] ?? null));
        const text = new TextEncoder().encode(JSON.stringify([recordedLoads, chunks, meta]));
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
        return {
          version: database.version,
          rows: loads.length + chunks.length,
          digest: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
        };
      } finally {
        database.close();
      }
    },
    [...recordedFields],
  );
}
