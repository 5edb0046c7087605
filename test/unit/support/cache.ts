import type { EntryRecord } from '../../../src/model/entries.ts';
import { withDatabase } from '../../../src/store/database.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { commit } from '../../../src/store/writer.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';

/** Bytes of entries of a page load that `storePageLoad` stored with two chunks. */
export const STORED_BYTES = 4;

/** Stores a page load with two chunks, as the ingest would, and resolves with its id. */
export async function storePageLoad(overrides: Partial<StoredPageLoad> = {}): Promise<string> {
  const pageLoadId = overrides.pageLoadId ?? crypto.randomUUID();
  const bytes = { raw: STORED_BYTES, stored: STORED_BYTES, counted: true };
  const facts = { documentId: pageLoadId, nonce: 'n', chunks: 2, bytes };
  const record = { ...pageLoadRecord({ ...overrides, pageLoadId }), ...facts, ...overrides };
  const chunks = [0, 1].map((n) => ({ pageLoadId, n, from: n, count: 1, entries: '[]' }));
  await commit(new Map([[pageLoadId, () => ({ record, chunks })]]));
  return pageLoadId;
}

/** Stores a page load that has ended with these entries, and resolves with its id. */
export async function storeEntries(entries: readonly EntryRecord[], { perChunk = 100 } = {}): Promise<string> {
  const pageLoadId = crypto.randomUUID();
  const chunks = Array.from({ length: Math.ceil(entries.length / perChunk) }, (_, n) => {
    const slice = entries.slice(n * perChunk, (n + 1) * perChunk);
    return { pageLoadId, n, from: n * perChunk, count: slice.length, entries: JSON.stringify(slice) };
  });
  const raw = chunks.reduce((sum, chunk) => sum + chunk.entries.length, 0);
  const bytes = { raw, stored: raw, counted: true };
  const facts = { documentId: pageLoadId, nonce: 'n', chunks: chunks.length, bytes, next: entries.length };
  const record = { ...pageLoadRecord({ pageLoadId }), ...facts };
  await commit(new Map([[pageLoadId, () => ({ record, chunks })]]));
  return pageLoadId;
}

/** Ids of the page loads that have rows in each table, sorted. */
export function idsByTable(): Promise<
  Readonly<Record<'pageLoads' | 'chunks' | 'sealed' | 'history', readonly string[]>>
> {
  return withDatabase(async (database) => ({
    pageLoads: await database.getAllKeys('pageLoads'),
    chunks: [...new Set((await database.getAllKeys('chunks')).map(([pageLoadId]) => pageLoadId))],
    sealed: [...new Set((await database.getAllKeys('sealed')).map(([pageLoadId]) => pageLoadId))],
    history: await database.getAllKeys('history'),
  }));
}

/** What all entries that are there take. */
export function bytesThere(): Promise<number> {
  return withDatabase(async (database) => {
    const [chunks, parts] = await Promise.all([database.getAll('chunks'), database.getAll('sealed')]);
    const sizes = [...chunks.map(({ entries }) => entries.length), ...parts.map(({ data }) => data.byteLength)];
    return sizes.reduce((sum, size) => sum + size, 0);
  });
}

export function clearCache(): Promise<void> {
  return withDatabase(async (database) => {
    for (const table of database.objectStoreNames) await database.clear(table);
  });
}
