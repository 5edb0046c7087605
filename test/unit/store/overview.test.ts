import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';
import { createSummarizer } from '../../../src/background/summarize.ts';
import { pinSession } from '../../../src/store/keep.ts';
import { listHistory, listSessions, readStatistics } from '../../../src/store/reader.ts';
import { evictOldest } from '../../../src/store/retention.ts';
import { sealPageLoad } from '../../../src/store/seal.ts';
import { markDeleted } from '../../../src/store/tombstones.ts';
import { resourceWaterfall } from '../../fixtures/builders/resource-waterfall.ts';
import { clearCache, STORED_BYTES, storeEntries, storePageLoad } from '../support/cache.ts';

const SHOP = 'https://shop.example';

beforeEach(clearCache);

describe('what is in the store', () => {
  it('is listed by session, the last used first, without what was deleted', async () => {
    const page = await storePageLoad({ sessionId: 'one', timeOrigin: 10, lastUsedAt: 50, title: 'First' });
    await storePageLoad({ sessionId: 'one', topPageLoadId: page, frameId: 3, timeOrigin: 12, lastUsedAt: 60 });
    await storePageLoad({ sessionId: 'one', timeOrigin: 20, lastUsedAt: 55, title: 'Second', url: `${SHOP}/second` });
    await storePageLoad({ sessionId: 'two', timeOrigin: 5, lastUsedAt: 90, title: 'Other' });
    await storePageLoad({ sessionId: 'gone' });
    await markDeleted({ kind: 'session', sessionId: 'gone' }, 7);
    await pinSession('two', true);
    expect(await listSessions()).toEqual([
      expect.objectContaining({ sessionId: 'two', pinned: true, pageLoads: 1, bytes: STORED_BYTES }),
      {
        ...{ sessionId: 'one', startedAt: 10, lastUsedAt: 60, pageLoads: 2, bytes: 3 * STORED_BYTES },
        ...{ title: 'Second', url: `${SHOP}/second`, pinned: false },
      },
    ]);
  });

  it('is counted in rows and bytes, raw and stored', async () => {
    const id = await storeEntries(resourceWaterfall(500));
    await sealPageLoad(id, createSummarizer(), async () => {});
    const { rows, rawBytes, storedBytes, pageLoads } = await readStatistics();
    expect(rows).toMatchObject({ pageLoads: 1, chunks: 0, sealed: 1, history: 1, pins: 0 });
    expect(pageLoads).toBe(1);
    expect(rawBytes / storedBytes).toBeGreaterThan(10);
  });

  it('tells the newest of an origin, also when their entries are gone', async () => {
    for (const timeOrigin of [1, 2, 3]) await storePageLoad({ origin: SHOP, timeOrigin });
    await storePageLoad({ origin: 'https://other.example', timeOrigin: 4 });
    await evictOldest(Number.POSITIVE_INFINITY, new Set());
    expect((await listHistory(SHOP, 2)).map(({ timeOrigin }) => timeOrigin)).toEqual([3, 2]);
    await markDeleted({ kind: 'before', before: 3 }, 7);
    expect((await listHistory(SHOP, 9)).map(({ timeOrigin }) => timeOrigin)).toEqual([3]);
  });
});
