import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';
import type { ChunkRecord } from '../../../src/model/page-load.ts';
import { withDatabase } from '../../../src/store/database.ts';
import { forgetOrigin } from '../../../src/store/forget.ts';
import { countPageLoads, openReader } from '../../../src/store/reader.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { commit } from '../../../src/store/writer.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';

const SHOP = 'https://shop.example';
const ADS = 'https://ads.example';

/** Stores a page load with two chunks, and resolves with its id. */
async function store(origin: string, overrides: Partial<StoredPageLoad> = {}): Promise<string> {
  const pageLoadId = crypto.randomUUID();
  const record = { ...pageLoadRecord({ pageLoadId, origin }), documentId: pageLoadId, nonce: 'n', ...overrides };
  const chunks: ChunkRecord[] = [0, 1].map((n) => ({ pageLoadId, n, from: n, count: 1, entries: '[]' }));
  await commit(new Map([[pageLoadId, () => ({ record, chunks })]]));
  return pageLoadId;
}

function stored(): Promise<{ pageLoads: readonly string[]; chunks: readonly string[] }> {
  return withDatabase(async (database) => ({
    pageLoads: await database.getAllKeys('pageLoads'),
    chunks: [...new Set((await database.getAllKeys('chunks')).map(([pageLoadId]) => pageLoadId))],
  }));
}

beforeEach(async () => {
  await withDatabase(async (database) => {
    await database.clear('pageLoads');
    await database.clear('chunks');
  });
});

describe('forgetting an origin', () => {
  it('deletes its page loads with their chunks, more than a slice holds too, and no others', async () => {
    const kept = [await store('https://shop.example:8443'), await store('http://shop.example'), await store(ADS)];
    for (let i = 0; i < 45; i++) await store(SHOP);
    expect(await countPageLoads(SHOP)).toBe(45);
    expect(await forgetOrigin(SHOP)).toBe(45);
    const left = await stored();
    expect(left.pageLoads).toEqual(kept.toSorted());
    expect(left.chunks).toEqual(kept.toSorted());
    expect(await countPageLoads(SHOP)).toBe(0);
  });

  it('deletes what frames of other origins recorded in its pages, and its own frames elsewhere', async () => {
    const shop = await store(SHOP);
    await store(ADS, { topPageLoadId: shop, frameId: 3 });
    const other = await store('https://news.example');
    const ad = await store(ADS, { topPageLoadId: other, frameId: 3 });
    await store(SHOP, { topPageLoadId: other, frameId: 4 });
    expect(await forgetOrigin(SHOP)).toBe(2);
    expect((await stored()).pageLoads).toEqual([other, ad].toSorted());
  });

  it('is no error when nothing is stored of it', async () => {
    expect(await forgetOrigin(SHOP)).toBe(0);
    expect(await openReader().listPageLoads('session-1')).toEqual([]);
  });
});
