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

export function clearCache(): Promise<void> {
  return withDatabase(async (database) => {
    for (const table of database.objectStoreNames) await database.clear(table);
  });
}
