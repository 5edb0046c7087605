import type { Page } from 'puppeteer';

/** How often the store is asked whether all has arrived; each time a short transaction of its own. */
const LOOK_EVERY_MS = 20;

/** How a store is asked for the entries in it. `record` holds what one record of the table stands for. */
export interface Counted {
  readonly database: string;
  readonly table: string;
  /** `ledger`: the page load's own count; `entries`: the length of each chunk's list. */
  readonly by: 'ledger' | 'entries';
}

/** What was stored when no more was expected. */
export interface Arrival {
  readonly stored: number;
  readonly dropped: number;
  /** Epoch in ms. */
  readonly at: number;
}

/** Waits, in a page of the extension, until `total` entries are stored or declared as dropped. */
export function untilStored(extensionPage: Page, counted: Counted, total: number): Promise<Arrival> {
  return extensionPage.evaluate(
    async ({ database: name, table, by }, wanted, everyMs) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      interface Row {
        readonly entries: readonly unknown[];
        readonly ledger: { readonly stored: number; readonly dropped: { readonly caps: number } };
      }
      const end = performance.now() + 60_000;
      const pause = () => new Promise((resolve) => setTimeout(resolve, everyMs));
      // Opened before the extension made it, it would be an empty one.
      while (!(await indexedDB.databases()).some((database) => database.name === name)) await pause();
      const database = await settled(indexedDB.open(name));
      for (;;) {
        // A batch may hold fewer than 200, so counting records is not enough; they are read only when there may be enough.
        const store = database.transaction(table).objectStore(table);
        const enough = by === 'ledger' || (await settled(store.count())) * 200 >= wanted;
        const rows: Row[] = enough ? await settled(store.getAll()) : [];
        const stored = rows.reduce((sum, row) => sum + (by === 'ledger' ? row.ledger.stored : row.entries.length), 0);
        const dropped = by === 'ledger' ? rows.reduce((sum, row) => sum + row.ledger.dropped.caps, 0) : 0;
        if (stored + dropped >= wanted || performance.now() > end) {
          database.close();
          return { stored, dropped, at: performance.timeOrigin + performance.now() };
        }
        await pause();
      }
    },
    counted,
    total,
    LOOK_EVERY_MS,
  );
}

/** Puts `total` mark entries, `size` a record (1: the entry itself), in one transaction. Returns the ms it took. */
export function rawPuts(extensionPage: Page, total: number, size: number): Promise<number> {
  return extensionPage.evaluate(
    async (count, perRecord) => {
      const opening = indexedDB.open(`raw-${perRecord}-${crypto.randomUUID()}`, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('records', { autoIncrement: true });
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const entries = Array.from({ length: count }, (_, i) => {
        return { entryType: 'mark', name: `bench-${i}`, startTime: i, duration: 0, detail: null };
      });
      const start = performance.now();
      const transaction = database.transaction('records', 'readwrite');
      const store = transaction.objectStore('records');
      for (let i = 0; i < count; i += perRecord)
        store.put(perRecord === 1 ? entries[i] : entries.slice(i, i + perRecord));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
      return performance.now() - start;
    },
    total,
    size,
  );
}
