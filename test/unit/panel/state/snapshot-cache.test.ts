import { describe, expect, it } from 'vitest';
import { createSnapshotCache } from '../../../../src/panel/state/snapshot-cache.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';
import { resourceWaterfall } from '../../../fixtures/builders/resource-waterfall.ts';
import { createGrowingSource } from '../growing-source.ts';

const ENTRIES = resourceWaterfall(30);

function load(pageLoadId: string, revision = 1) {
  return pageLoadRecord({ pageLoadId, revision });
}

describe('the cache of decoded page loads', () => {
  it('reads a page load once as long as its revision is the same', async () => {
    const source = createGrowingSource();
    const cache = createSnapshotCache(source);
    source.store(load('a'), ENTRIES);
    const first = await cache.read(load('a'));
    expect(await cache.read(load('a'))).toBe(first);
    expect(first).toMatchObject({ entries: ENTRIES, nextChunk: 1 });
    expect(source.reads).toEqual(['entries a from 0']);
    expect(cache.statistics()).toEqual({ hits: 1, misses: 1, hitRate: 0.5, evictions: 0, pageLoads: 1, entries: 30 });
  });

  it('reads only what is new of a later revision', async () => {
    const source = createGrowingSource();
    const cache = createSnapshotCache(source);
    source.store(load('a'), ENTRIES.slice(0, 10));
    await cache.read(load('a'));
    source.store(load('a', 2), ENTRIES.slice(10));
    expect((await cache.read(load('a', 2))).entries).toEqual(ENTRIES);
    expect(source.reads).toEqual(['entries a from 0', 'entries a from 1']);
  });

  it('lets go of the page loads that were not asked for the longest, and does not keep one that is too large', async () => {
    const source = createGrowingSource();
    const cache = createSnapshotCache(source, 60);
    for (const id of ['a', 'b', 'c']) source.store(load(id), ENTRIES);
    for (const id of ['a', 'b', 'a', 'c', 'a']) await cache.read(load(id));
    expect(source.reads).toEqual(['entries a from 0', 'entries b from 0', 'entries c from 0']);
    expect(cache.statistics()).toMatchObject({ hits: 2, evictions: 1, pageLoads: 2 });
    source.store(load('huge'), resourceWaterfall(61));
    expect((await cache.read(load('huge'))).entries).toHaveLength(61);
    expect(cache.statistics().entries).toBeLessThanOrEqual(60);
  });

  it('has no hit rate before anything was asked for', () => {
    expect(createSnapshotCache(createGrowingSource()).statistics().hitRate).toBeNull();
  });
});
