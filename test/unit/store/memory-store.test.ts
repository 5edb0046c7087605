import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';

const CONDITIONS = { epoch: 'memory', limited: false };

function stored(pageLoadId: string, overrides: Partial<StoredPageLoad> = {}): StoredPageLoad {
  return { ...pageLoadRecord({ pageLoadId, topPageLoadId: pageLoadId }), documentId: 'd', nonce: 'n', ...overrides };
}

/** A chunk of `count` marks of about 20 characters. */
function chunk(pageLoadId: string, n: number, count = 1) {
  const entries = JSON.stringify(Array.from({ length: count }, () => ({ entryType: 'mark', n })));
  return { pageLoadId, n, from: n * count, count, entries };
}

describe('the store in memory', () => {
  it('gives back what was committed, and reads on from a chunk', async () => {
    const store = createMemoryStore(CONDITIONS);
    await store.commit(new Map([['a', () => ({ record: stored('a'), chunks: [chunk('a', 0), chunk('a', 1)] })]]));
    await store.commit(new Map([['a', (now) => (now ? { record: now, chunks: [chunk('a', 2)] } : null)]]));
    expect((await store.readEntries('a')).entries.map((entry) => (entry as unknown as { n: number }).n)).toEqual([
      0, 1, 2,
    ]);
    expect(await store.readEntries('a', 2)).toMatchObject({ entries: [{ n: 2 }], nextChunk: 3 });
    expect(await store.readEntries('a', 3)).toEqual({ entries: [], nextChunk: 3 });
  });

  it('lists a session, oldest first, and forgets a site with its frames', async () => {
    const store = createMemoryStore(CONDITIONS);
    const records = [
      stored('late', { sessionId: 's', timeOrigin: 2, origin: 'https://a.example' }),
      stored('early', { sessionId: 's', timeOrigin: 1, origin: 'https://b.example' }),
      stored('frame', { sessionId: 's', timeOrigin: 3, origin: 'https://c.example', topPageLoadId: 'late' }),
    ];
    await store.commit(new Map(records.map((record) => [record.pageLoadId, () => ({ record, chunks: [] })])));
    expect((await store.listPageLoads('s')).map(({ pageLoadId }) => pageLoadId)).toEqual(['early', 'late', 'frame']);
    expect(await store.countPageLoads('https://a.example')).toBe(1);
    expect(await store.forgetOrigin('https://a.example')).toBe(1);
    expect((await store.listPageLoads('s')).map(({ pageLoadId }) => pageLoadId)).toEqual(['early']);
  });

  it('lets the longest unchanged page loads go when it is full', async () => {
    const store = createMemoryStore(CONDITIONS, 1000);
    for (const id of ['a', 'b', 'c']) {
      await store.commit(new Map([[id, () => ({ record: stored(id), chunks: [chunk(id, 0, 15)] })]]));
    }
    expect(store.all().map(({ record }) => record.pageLoadId)).toEqual(['b', 'c']);
  });

  it('takes the oldest chunks out of a page load that is too large by itself, and declares them', async () => {
    const store = createMemoryStore(CONDITIONS, 500);
    const ledger = { ...stored('a').ledger, made: 20, stored: 20 };
    const chunks = [chunk('a', 0, 10), chunk('a', 1, 10)];
    await store.commit(new Map([['a', () => ({ record: stored('a', { ledger }), chunks })]]));
    expect((await store.getPageLoad('a'))?.ledger).toMatchObject({ made: 20, stored: 10, dropped: { store: 10 } });
    expect((await store.readEntries('a')).entries).toHaveLength(10);
  });
});
