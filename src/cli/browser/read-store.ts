import type { Frame, Page } from 'puppeteer';
import type { EntryRecord } from '../../model/entries.ts';
import type { HarRequest, RequestBatch } from '../../model/har-request.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { PageSnapshot } from '../../model/snapshot.ts';
import { decodeEntries } from '../../store/codec/entry-columns.ts';
import { gunzip } from '../../store/codec/gzip.ts';

/** Name of the extension's database, as in `store/schema.ts`. Read here from outside, without the extension's own code. */
const DATABASE = 'vitalog';

/** Every page load in the store with its entries, oldest first. `context` is any page or frame of the extension. */
export async function readStore(context: Frame | Page): Promise<readonly PageSnapshot[]> {
  const stored = await context.evaluate(async (name) => {
    // Opening a database that is not there yet would make an empty one, which the extension could not use.
    const databases = await indexedDB.databases();
    if (!databases.some((database) => database.name === name))
      return '{"pageLoads":[],"sealed":[],"chunks":[],"requests":[]}';
    const open = indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    try {
      const transaction = database.transaction(['pageLoads', 'sealed', 'chunks', 'requests'], 'readonly');
      const all = <T>(table: string) =>
        new Promise<T[]>((resolve, reject) => {
          const request = transaction.objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const [pageLoads, parts, chunks, requests] = await Promise.all([
        all('pageLoads'),
        all<{ readonly pageLoadId: string; readonly data: Uint8Array }>('sealed'),
        all('chunks'),
        all('requests'),
      ]);
      const base64 = (data: Uint8Array) => btoa(data.reduce((text, byte) => text + String.fromCharCode(byte), ''));
      const sealed = parts.map(({ pageLoadId, data }) => ({ pageLoadId, data: base64(data) }));
      return JSON.stringify({ pageLoads, sealed, chunks, requests });
    } finally {
      database.close();
    }
  }, DATABASE);
  return joinSnapshots(JSON.parse(stored));
}

interface StoredTables {
  readonly pageLoads: readonly PageLoadRecord[];
  /** In key order: by page load, then by number; those of a page load are before its chunks. `data` in Base64. */
  readonly sealed: readonly { readonly pageLoadId: string; readonly data: string }[];
  readonly chunks: readonly { readonly pageLoadId: string; readonly entries: string }[];
  readonly requests: readonly RequestBatch[];
}

async function joinSnapshots({ pageLoads, sealed, chunks, requests }: StoredTables): Promise<readonly PageSnapshot[]> {
  const entries = new Map<string, EntryRecord[]>(pageLoads.map(({ pageLoadId }) => [pageLoadId, []]));
  const add = (pageLoadId: string, more: readonly EntryRecord[]) => {
    for (const entry of more) entries.get(pageLoadId)?.push(entry);
  };
  for (const { pageLoadId, data } of sealed) {
    const bytes = Uint8Array.from(Buffer.from(data, 'base64'));
    add(pageLoadId, decodeEntries(await gunzip(bytes)));
  }
  for (const chunk of chunks) add(chunk.pageLoadId, JSON.parse(chunk.entries) as EntryRecord[]);
  return pageLoads
    .toSorted((a, b) => a.timeOrigin - b.timeOrigin)
    .map((pageLoad) => {
      const { pageLoadId } = pageLoad;
      const batches = requests.filter((batch) => batch.pageLoadId === pageLoadId);
      return {
        pageLoad,
        entries: entries.get(pageLoadId) ?? [],
        requests: batches.flatMap((batch) => JSON.parse(batch.requests) as HarRequest[]),
      };
    });
}
