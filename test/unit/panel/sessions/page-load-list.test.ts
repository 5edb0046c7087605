import 'fake-indexeddb/auto';

import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import type { PageLoadRecord } from '../../../../src/model/page-load.ts';
import type { SessionSource, StorageSource } from '../../../../src/panel/session-source.ts';
import { createPageLoadList } from '../../../../src/panel/sessions/page-load-list.ts';
import { markBaseline, pinSession } from '../../../../src/store/keep.ts';
import { getHistory, listPageLoadKeys, openReader } from '../../../../src/store/reader.ts';
import { evictOldest } from '../../../../src/store/retention.ts';
import { markDeleted, restoreDeleted } from '../../../../src/store/tombstones.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';
import { clearCache, storePageLoad } from '../../support/cache.ts';
import { createGrowingSource } from '../growing-source.ts';

beforeEach(clearCache);

/** A list over the real store, which may read no entry. */
function openList(storage: Partial<StorageSource> = {}) {
  const own = signal<readonly PageLoadRecord[]>([]);
  const reader = openReader();
  const source: SessionSource = {
    ...createGrowingSource(),
    getPageLoads: reader.getPageLoads,
    readEntries: () => Promise.reject(new Error('A list reads no entries.')),
    storage: { listPageLoadKeys, getHistory, ...storage } as StorageSource,
  };
  const list = createPageLoadList(source, own);
  const ids = () => list.loads.value.map(({ pageLoadId }) => pageLoadId);
  return { list, own, ids };
}

test('lists page loads of all sessions, the newest first, without their frames', async () => {
  for (let n = 0; n < 120; n += 1) await storePageLoad({ pageLoadId: `p${n}`, sessionId: `s${n % 3}`, timeOrigin: n });
  await storePageLoad({ pageLoadId: 'frame', topPageLoadId: 'p3', frameId: 2, timeOrigin: 500 });
  const { list, ids } = openList();
  await list.refresh();
  expect(ids()).toHaveLength(120);
  expect(ids().slice(0, 3)).toEqual(['p119', 'p118', 'p117']);
  expect(list.isReading.value).toBe(false);
});

test('says of which page loads only the summary is left', async () => {
  await storePageLoad({ pageLoadId: 'old', timeOrigin: 1, lastUsedAt: 1 });
  await evictOldest(Number.POSITIVE_INFINITY, new Set());
  await storePageLoad({ pageLoadId: 'new', timeOrigin: 2 });
  const { list } = openList();
  await list.refresh();
  expect(list.loads.value.map(({ pageLoadId, state }) => [pageLoadId, state])).toEqual([
    ['new', 'ended'],
    ['old', 'summary'],
  ]);
});

test('shows the session that is shown as of its last notice', async () => {
  await storePageLoad({ pageLoadId: 'p', timeOrigin: 1, title: 'As stored' });
  const { list, own, ids } = openList();
  await list.refresh();
  own.value = [
    pageLoadRecord({ pageLoadId: 'p', timeOrigin: 1, title: 'As told' }),
    pageLoadRecord({ pageLoadId: 'q', timeOrigin: 2 }),
  ];
  expect(ids()).toEqual(['q', 'p']);
  expect(list.loads.value[1]?.title).toBe('As told');
});

test('follows deletions, baselines and pins', async () => {
  await storePageLoad({ pageLoadId: 'p', sessionId: 'one', timeOrigin: 1 });
  await storePageLoad({ pageLoadId: 'q', sessionId: 'two', timeOrigin: 2 });
  const { list, ids } = openList();
  await markDeleted({ kind: 'page-loads', pageLoadIds: ['q'] }, 7);
  await markBaseline('p', true);
  await pinSession('one', true);
  await list.refresh();
  expect(ids()).toEqual(['p']);
  expect(list.loads.value[0]?.baseline).toBe(true);
  expect([...list.pins.value]).toEqual(['one']);
  await restoreDeleted(7);
  await pinSession('one', false);
  await list.refresh();
  expect(ids()).toEqual(['q', 'p']);
  expect(list.pins.value.size).toBe(0);
});

test('says why the store could not be listed, and lists it again', async () => {
  await storePageLoad({ pageLoadId: 'p' });
  let failing = true;
  const { list, own, ids } = openList({
    listPageLoadKeys: () => (failing ? Promise.reject(new Error('The disk is gone.')) : listPageLoadKeys()),
  });
  own.value = [pageLoadRecord({ pageLoadId: 'own' })];
  await list.refresh();
  expect([list.failure.value, ids()]).toEqual(['The disk is gone.', ['own']]);
  failing = false;
  await list.refresh();
  expect([list.failure.value, ids().toSorted()]).toEqual([null, ['own', 'p']]);
});

test('without a store lists what is shown', async () => {
  const source = createGrowingSource();
  const list = createPageLoadList(source, signal([pageLoadRecord({ pageLoadId: 'own' })]));
  await list.refresh();
  expect(list.loads.value.map(({ pageLoadId }) => pageLoadId)).toEqual(['own']);
  expect(source.reads).toEqual([]);
});
