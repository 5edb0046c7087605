import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CACHE_LIMITS } from '../../../src/model/cache.ts';
import { markBaseline, pinSession } from '../../../src/store/keep.ts';
import { openReader } from '../../../src/store/reader.ts';
import { enforceLimits } from '../../../src/store/retention.ts';
import { markDeleted, purgeDeleted, restoreDeleted } from '../../../src/store/tombstones.ts';
import { clearCache, idsByTable, storePageLoad } from '../support/cache.ts';

const listed = async () =>
  (await openReader().listPageLoads('session-1')).map(({ pageLoadId }) => pageLoadId).toSorted();
const HELD = new Set<number>();

beforeEach(clearCache);

describe('a deletion', () => {
  it('hides page loads and their frames at once, and can be taken back', async () => {
    const [page, other] = [await storePageLoad(), await storePageLoad()];
    const frame = await storePageLoad({ topPageLoadId: page, frameId: 3 });
    expect(await markDeleted({ kind: 'page-loads', pageLoadIds: [page] }, 5)).toBe(1);
    expect(await listed()).toEqual([other]);
    expect(await openReader().getPageLoad(page)).toBeUndefined();
    await restoreDeleted(5);
    expect(await listed()).toEqual([page, frame, other].toSorted());
  });

  it('is final once it is purged, with every row, but one that is held stays', async () => {
    const [held, gone] = [await storePageLoad(), await storePageLoad()];
    await storePageLoad({ topPageLoadId: gone, frameId: 3 });
    await markDeleted({ kind: 'page-loads', pageLoadIds: [held] }, 5);
    await markDeleted({ kind: 'page-loads', pageLoadIds: [gone] }, 6);
    expect(await purgeDeleted(new Set([5]))).toHaveLength(2);
    expect(await idsByTable()).toEqual({ pageLoads: [held], chunks: [held], sealed: [], history: [] });
    await restoreDeleted(6);
    await restoreDeleted(5);
    expect(await listed()).toEqual([held]);
  });

  it('of everything leaves pinned sessions and baselines, with their frames; one of a session leaves nothing of it', async () => {
    const pinned = await storePageLoad({ sessionId: 'pinned' });
    const baseline = await storePageLoad();
    const frame = await storePageLoad({ topPageLoadId: baseline, frameId: 3 });
    await storePageLoad();
    await pinSession('pinned', true);
    await markBaseline(baseline, true);
    expect(await markDeleted({ kind: 'all' }, 5)).toBe(1);
    expect(await listed()).toEqual([baseline, frame].toSorted());
    expect(await markDeleted({ kind: 'session', sessionId: 'pinned' }, 6)).toBe(1);
    expect(await purgeDeleted(HELD)).toHaveLength(2);
    expect(await idsByTable()).toMatchObject({ pageLoads: [baseline, frame].toSorted(), history: [baseline] });
    expect((await idsByTable()).pageLoads).not.toContain(pinned);
  });

  it('of all that is older than a moment covers the history too', async () => {
    const [evicted, recent] = [await storePageLoad({ timeOrigin: 1, lastUsedAt: 1 }), await storePageLoad()];
    const old = await storePageLoad({ timeOrigin: 2 });
    await enforceLimits({ ...DEFAULT_CACHE_LIMITS, historyMaxAgeMs: Number.POSITIVE_INFINITY }, Date.now());
    expect((await idsByTable()).history).toContain(evicted);
    await markDeleted({ kind: 'before', before: 100 }, 5);
    await restoreDeleted(5);
    expect((await idsByTable()).history).toContain(evicted);
    await markDeleted({ kind: 'before', before: 100 }, 6);
    await purgeDeleted(HELD);
    const left = await idsByTable();
    expect(left.history).not.toContain(evicted);
    expect(left.pageLoads).not.toContain(old);
    expect([...left.pageLoads, ...left.history]).toContain(recent);
  });
});
