import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';
import { type CacheLimits, DEFAULT_CACHE_LIMITS } from '../../../src/model/cache.ts';
import { withDatabase } from '../../../src/store/database.ts';
import { markBaseline, noteUse, pinSession } from '../../../src/store/keep.ts';
import { enforceLimits, evictOldest } from '../../../src/store/retention.ts';
import { ACCOUNT_KEY } from '../../../src/store/schema.ts';
import { clearCache, idsByTable, STORED_BYTES, storePageLoad } from '../support/cache.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 400 * DAY;

/** Stores page loads that were last used on these days. */
async function storeUsedOn(...days: number[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const day of days) ids.push(await storePageLoad({ lastUsedAt: day * DAY, timeOrigin: day * DAY }));
  return ids;
}

const limited = (limits: Partial<CacheLimits>) => enforceLimits({ ...DEFAULT_CACHE_LIMITS, ...limits }, NOW);
const account = () => withDatabase((database) => database.get('account', ACCOUNT_KEY));

beforeEach(clearCache);

describe('the limits', () => {
  it('leave a store alone that keeps them', async () => {
    const ids = await storeUsedOn(371, 390, 399);
    expect(await limited({ maxPageLoads: 3, maxBytes: 3 * STORED_BYTES })).toEqual({
      pageLoadIds: [],
      bytes: 0,
      history: 0,
    });
    expect((await idsByTable()).pageLoads).toEqual(ids.toSorted());
  });

  it('take what was not used for too long, with every row of it, and keep its history', async () => {
    const [old, used] = await storeUsedOn(300, 399);
    expect(await limited({})).toEqual({ pageLoadIds: [old], bytes: STORED_BYTES, history: 0 });
    expect(await idsByTable()).toEqual({ pageLoads: [used], chunks: [used], sealed: [], history: [old] });
  });

  it('take the longest unused first while there are too many, more than a slice holds too', async () => {
    const ids = await storeUsedOn(...Array.from({ length: 60 }, (_, i) => 380 + i / 10));
    const deleted = await limited({ maxPageLoads: 10 });
    expect(new Set(deleted.pageLoadIds)).toEqual(new Set(ids.slice(0, 51)));
    expect((await idsByTable()).pageLoads).toEqual(ids.slice(51).toSorted());
  });

  it('take the longest unused first while they take too many bytes', async () => {
    const ids = await storeUsedOn(390, 392, 394, 396);
    await limited({ maxBytes: 3 * STORED_BYTES });
    expect((await idsByTable()).pageLoads).toEqual(ids.slice(2).toSorted());
  });

  it('spare pinned sessions and baselines, also when nothing else is left to take', async () => {
    const pinned = await storePageLoad({ lastUsedAt: 0, sessionId: 'pinned' });
    const [baseline, other] = await storeUsedOn(1, 399);
    await pinSession('pinned', true);
    await markBaseline(baseline ?? '', true);
    expect((await limited({ maxPageLoads: 0 })).pageLoadIds).toEqual([other]);
    await pinSession('pinned', false);
    expect((await limited({ maxPageLoads: 0 })).pageLoadIds).toEqual([pinned]);
    await markBaseline(baseline ?? '', false);
    expect((await limited({})).pageLoadIds).toEqual([baseline]);
  });

  it('take frames with their page, and only with it', async () => {
    const [page] = await storeUsedOn(390);
    const frame = await storePageLoad({ topPageLoadId: page ?? '', frameId: 3, lastUsedAt: 0 });
    const stray = await storePageLoad({ topPageLoadId: 'gone', frameId: 3, lastUsedAt: 0 });
    expect((await limited({})).pageLoadIds).toEqual([stray]);
    expect(new Set((await limited({ maxPageLoads: 1 })).pageLoadIds)).toEqual(new Set([page, frame]));
    expect((await idsByTable()).history).toEqual([page]);
  });

  it('count a look at a page load as a use', async () => {
    const [looked, other] = await storeUsedOn(300, 301);
    await noteUse(looked ?? '', NOW - DAY);
    expect((await limited({})).pageLoadIds).toEqual([other]);
  });

  it('let history go when its own time is over, but not that of baselines', async () => {
    const [baseline, old, recent] = await storeUsedOn(1, 2, 200);
    await markBaseline(baseline ?? '', true);
    await limited({ historyMaxAgeMs: Number.POSITIVE_INFINITY });
    expect((await idsByTable()).history).toEqual([baseline, old, recent].toSorted());
    expect((await limited({})).history).toBe(1);
    expect((await idsByTable()).history).toEqual([baseline, recent].toSorted());
  });
});

describe('making room', () => {
  it('takes no more than is wanted, and not what is to be kept', async () => {
    const [first, second, third] = await storeUsedOn(1, 2, 3);
    expect(await evictOldest(STORED_BYTES + 1, new Set([second ?? '']))).toEqual({
      pageLoadIds: [first, third],
      bytes: 2 * STORED_BYTES,
      history: 0,
    });
    expect((await idsByTable()).pageLoads).toEqual([second]);
    expect(await evictOldest(STORED_BYTES, new Set([second ?? '']))).toMatchObject({ pageLoadIds: [], bytes: 0 });
  });
});

it('keeps an exact account', async () => {
  await storeUsedOn(1, 2, 398, 399);
  const sums = { rawBytes: 4 * STORED_BYTES, storedBytes: 4 * STORED_BYTES };
  expect(await account()).toEqual({ pageLoads: 4, ...sums, evictedPageLoads: 0, evictedBytes: 0 });
  await limited({});
  expect(await account()).toEqual({
    pageLoads: 2,
    rawBytes: 2 * STORED_BYTES,
    storedBytes: 2 * STORED_BYTES,
    evictedPageLoads: 2,
    evictedBytes: 2 * STORED_BYTES,
  });
});
