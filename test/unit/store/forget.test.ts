import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';
import { forgetOrigin } from '../../../src/store/forget.ts';
import { countPageLoads, openReader } from '../../../src/store/reader.ts';
import { evictOldest } from '../../../src/store/retention.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { clearCache, idsByTable, storePageLoad } from '../support/cache.ts';

const SHOP = 'https://shop.example';
const ADS = 'https://ads.example';

const store = (origin: string, overrides: Partial<StoredPageLoad> = {}) => storePageLoad({ origin, ...overrides });

beforeEach(clearCache);

describe('forgetting an origin', () => {
  it('deletes its page loads with their chunks, more than a slice holds too, and no others', async () => {
    const kept = [await store('https://shop.example:8443'), await store('http://shop.example'), await store(ADS)];
    for (let i = 0; i < 45; i++) await store(SHOP);
    expect(await countPageLoads(SHOP)).toBe(45);
    expect(await forgetOrigin(SHOP)).toBe(45);
    const left = await idsByTable();
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
    expect((await idsByTable()).pageLoads).toEqual([other, ad].toSorted());
  });

  it('deletes what history kept of it', async () => {
    await store(SHOP);
    const ads = await store(ADS);
    await evictOldest(Number.POSITIVE_INFINITY, new Set());
    await forgetOrigin(SHOP);
    expect((await idsByTable()).history).toEqual([ads]);
  });

  it('is no error when nothing is stored of it', async () => {
    expect(await forgetOrigin(SHOP)).toBe(0);
    expect(await openReader().listPageLoads('session-1')).toEqual([]);
  });
});
