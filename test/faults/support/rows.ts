import type { Page } from 'puppeteer';

/** Rows of any table without their page load, and page loads whose chunks are not as many as their record says. */
export function unmatchedRows(extensionPage: Page): Promise<number> {
  return extensionPage.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('vitalog'));
    try {
      const tables = database.transaction(['pageLoads', 'chunks', 'sealed', 'requests']);
      const [records, keys, ...others] = await Promise.all([
        settled<{ readonly pageLoadId: string; readonly chunks: number; readonly sealedChunks: number }[]>(
          tables.objectStore('pageLoads').getAll(),
        ),
        settled(tables.objectStore('chunks').getAllKeys()),
        settled(tables.objectStore('sealed').getAllKeys()),
        settled(tables.objectStore('requests').getAllKeys()),
      ]);
      const rows = new Map<string, number>();
      for (const key of keys) {
        const [pageLoadId] = key as [string, number];
        rows.set(pageLoadId, (rows.get(pageLoadId) ?? 0) + 1);
      }
      const wrong = records.filter(
        ({ pageLoadId, chunks, sealedChunks }) => (rows.get(pageLoadId) ?? 0) !== chunks - sealedChunks,
      );
      const known = new Set(records.map(({ pageLoadId }) => pageLoadId));
      const owners = [...rows.keys(), ...others.flat().map((key) => (key as [string])[0])];
      return wrong.length + owners.filter((pageLoadId) => !known.has(pageLoadId)).length;
    } finally {
      database.close();
    }
  });
}
