import type { Frame, Page } from 'puppeteer';
import type { EntryRecord } from '../../model/entries.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { PageSnapshot } from '../../model/snapshot.ts';

/** Name of the extension's database, as in `store/schema.ts`. Read here from outside, without the extension's own code. */
const DATABASE = 'vitalog';

/** Every page load in the store with its entries, oldest first. `context` is any page or frame of the extension. */
export async function readStore(context: Frame | Page): Promise<readonly PageSnapshot[]> {
  const stored = await context.evaluate(async (name) => {
    // Opening a database that is not there yet would make an empty one, which the extension could not use.
    const databases = await indexedDB.databases();
    if (!databases.some((database) => database.name === name)) return '{"pageLoads":[],"chunks":[]}';
    const open = indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    try {
      const transaction = database.transaction(['pageLoads', 'chunks'], 'readonly');
      const all = (table: string) =>
        new Promise<unknown[]>((resolve, reject) => {
          const request = transaction.objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const [pageLoads, chunks] = await Promise.all([all('pageLoads'), all('chunks')]);
      return JSON.stringify({ pageLoads, chunks });
    } finally {
      database.close();
    }
  }, DATABASE);
  return joinSnapshots(JSON.parse(stored));
}

interface StoredTables {
  readonly pageLoads: readonly PageLoadRecord[];
  /** In key order: by page load, then by number. */
  readonly chunks: readonly { readonly pageLoadId: string; readonly entries: string }[];
}

function joinSnapshots({ pageLoads, chunks }: StoredTables): readonly PageSnapshot[] {
  const entries = new Map<string, EntryRecord[]>();
  for (const chunk of chunks) {
    const list = entries.get(chunk.pageLoadId) ?? [];
    entries.set(chunk.pageLoadId, list);
    for (const entry of JSON.parse(chunk.entries) as EntryRecord[]) list.push(entry);
  }
  return pageLoads
    .toSorted((a, b) => a.timeOrigin - b.timeOrigin)
    .map((pageLoad) => ({ pageLoad, entries: entries.get(pageLoad.pageLoadId) ?? [] }));
}
