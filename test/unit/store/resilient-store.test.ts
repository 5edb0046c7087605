import 'fake-indexeddb/auto';
import '../support/fake-browser.ts';

import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreState } from '../../../src/model/store-state.ts';
import type { DecideIn } from '../../../src/store/page-load-store.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';
import { resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { fakeBrowser } from '../support/fake-browser.ts';
import { createBuckets } from '../support/fake-buckets.ts';

const put = IDBObjectStore.prototype.put;
const remove = IDBObjectStore.prototype.delete;
const entries = JSON.stringify([resourceEntry()]);
const bytes = { raw: entries.length, stored: entries.length, counted: true };

/** The disk of the moment: what it refuses. */
const disk = { isFull: false, opens: true };

function record(pageLoadId: string, overrides: Partial<StoredPageLoad> = {}): StoredPageLoad {
  const facts = { documentId: 'd', nonce: 'n', chunks: 1, next: 1, bytes };
  return { ...pageLoadRecord({ pageLoadId, topPageLoadId: pageLoadId }), ...facts, ...overrides };
}

/** A new page load with a chunk; only the record, where there is no room. */
const newLoad = (pageLoadId: string, lastUsedAt = Date.now()): ReadonlyMap<string, DecideIn> =>
  new Map([
    [
      pageLoadId,
      (_, { limited }) =>
        limited
          ? { record: record(pageLoadId, { chunks: 0, next: 0, bytes: { ...bytes, raw: 0, stored: 0 } }), chunks: [] }
          : { record: record(pageLoadId, { lastUsedAt }), chunks: [{ pageLoadId, n: 0, from: 0, count: 1, entries }] },
    ],
  ]);

/** The store of a worker that just started. */
async function startWorker(liveIds: readonly string[] = []) {
  vi.resetModules();
  const { createResilientStore } = await import('../../../src/store/resilient-store.ts');
  const told = { states: [] as readonly StoreState[], renewed: 0 };
  const store = createResilientStore({
    onStates(states) {
      told.states = states;
    },
    onRenewed() {
      told.renewed += 1;
    },
    liveIds: () => new Set(liveIds),
    openPages: async () => [],
  });
  return { store, told, kinds: () => told.states.map(({ kind }) => kind) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  factory.open = (...args) => {
    if (!disk.opens) throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    return open(...args);
  };
  vi.stubGlobal('indexedDB', factory);
  fakeBrowser.storage.local.clear();
  fakeBrowser.storage.session.clear();
  Object.assign(disk, { isFull: false, opens: true });
  // Entries and the probe for room are refused, as by a browser whose quota is used up.
  IDBObjectStore.prototype.put = function (...args) {
    if (disk.isFull && (this.name === 'chunks' || this.name === 'meta')) {
      throw new DOMException('', 'QuotaExceededError');
    }
    return put.apply(this, args);
  };
});

afterEach(() => {
  IDBObjectStore.prototype.put = put;
  IDBObjectStore.prototype.delete = remove;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the store that goes on when the disk does not', () => {
  it('deletes the longest unused page load and tries once more when there is no room', async () => {
    const { store, kinds } = await startWorker(['live']);
    for (const [id, lastUsedAt] of [
      ['live', 1],
      ['old', 2],
    ] as const) {
      await store.commit(newLoad(id, lastUsedAt));
    }
    disk.isFull = true;
    IDBObjectStore.prototype.delete = function (...args) {
      disk.isFull = false;
      return remove.apply(this, args);
    };
    await store.commit(newLoad('new'));
    expect((await store.readEntries('new')).entries).toHaveLength(1);
    expect(await store.getPageLoad('old')).toBeUndefined();
    expect(await store.getPageLoad('live')).toBeDefined();
    expect(kinds()).toEqual([]);
  });

  it('keeps records alone while there is no room, and writes them as soon as there is some', async () => {
    const { store, told, kinds } = await startWorker();
    disk.isFull = true;
    await store.commit(newLoad('full'));
    expect(kinds()).toEqual(['limited']);
    expect(store.isLimited()).toBe(true);
    expect(await store.listPageLoads('session-1')).toMatchObject([{ pageLoadId: 'full', chunks: 0 }]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(store.isLimited()).toBe(true);
    disk.isFull = false;
    await vi.waitFor(() => expect(kinds()).toEqual([]));
    expect(told.renewed).toBe(1);
    await store.commit(newLoad('after'));
    expect((await store.readEntries('after')).entries).toHaveLength(1);
    expect(await store.getPageLoad('full')).toMatchObject({ chunks: 0 });
  });

  it('goes on without room after the worker was ended, with what was kept', async () => {
    disk.isFull = true;
    const first = await startWorker();
    disk.isFull = false;
    await first.store.commit(newLoad('before'));
    disk.isFull = true;
    await first.store.commit(newLoad('kept'));
    const { store, kinds } = await startWorker(['before']);
    await vi.waitFor(() => expect(kinds()).toEqual(['limited']));
    expect(await store.getPageLoad('kept')).toMatchObject({ chunks: 0 });
    disk.isFull = false;
    await vi.waitFor(() => expect(kinds()).toEqual([]));
    expect(await store.getPageLoad('kept')).toMatchObject({ chunks: 0 });
    expect(await fakeBrowser.storage.local.get(null)).not.toHaveProperty('limited/kept');
  });

  it('waits longer when the room was gone again at once', async () => {
    const { store } = await startWorker();
    disk.isFull = true;
    await store.commit(newLoad('a'));
    disk.isFull = false;
    await vi.waitFor(() => expect(store.isLimited()).toBe(false));
    const waits: number[] = [];
    for (const id of ['b', 'c', 'd']) {
      disk.isFull = true;
      await store.commit(newLoad(id));
      disk.isFull = false;
      const since = performance.now();
      while (store.isLimited()) await vi.advanceTimersByTimeAsync(50);
      waits.push(Math.floor((performance.now() - since) / 500) * 500);
    }
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('keeps the log in memory while the database cannot be opened, and moves it to the disk when it can', async () => {
    disk.opens = false;
    const { store, told, kinds } = await startWorker();
    await store.commit(newLoad('early'));
    expect(kinds()).toEqual(['memory']);
    const inMemory = store.epoch();
    expect((await store.readEntries('early')).entries).toHaveLength(1);
    disk.opens = true;
    await vi.advanceTimersByTimeAsync(5000);
    await vi.waitFor(() => expect(kinds()).toEqual([]));
    expect(told.renewed).toBe(1);
    expect(store.epoch()).not.toBe(inMemory);
    expect((await store.readEntries('early')).entries).toHaveLength(1);
    // Not by memory any more: another worker finds it.
    const later = await startWorker();
    expect((await later.store.readEntries('early')).entries).toHaveLength(1);
  });

  it('begins another database beside one that stays unopenable, with what was kept meanwhile, and says so', async () => {
    const { store } = await startWorker();
    await store.commit(newLoad('before'));
    disk.opens = false;
    vi.stubGlobal('navigator', { storageBuckets: createBuckets() });
    const second = await startWorker();
    await second.store.commit(newLoad('early'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(second.kinds()).toEqual(['memory']);
    await vi.advanceTimersByTimeAsync(5000);
    await vi.waitFor(() => expect(second.kinds()).toEqual(['lost']));
    expect(second.told.states[0]?.message).toContain('cannot be opened any more, so a new one was begun');
    expect(second.told.renewed).toBe(1);
    const later = await startWorker();
    expect((await later.store.readEntries('early')).entries).toHaveLength(1);
    expect(later.kinds()).toEqual(['lost']);
    await later.store.lossRead();
    expect(later.kinds()).toEqual([]);
  });

  it('stays in memory where another database cannot be opened either', async () => {
    disk.opens = false;
    const buckets = createBuckets(() => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    });
    vi.stubGlobal('navigator', { storageBuckets: buckets });
    const { store, kinds } = await startWorker();
    await store.commit(newLoad('early'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(kinds()).toEqual(['memory']);
    expect(await buckets.keys()).toEqual([]);
    expect((await store.readEntries('early')).entries).toHaveLength(1);
  });

  it('tells once in a run of the browser that rows are missing, until the user has read of it', async () => {
    const { store } = await startWorker();
    const ledger = { ...record('a').ledger, made: 1, stored: 1 };
    await store.commit(
      new Map([
        [
          'a',
          () => ({ record: record('a', { ledger }), chunks: [{ pageLoadId: 'a', n: 0, from: 0, count: 1, entries }] }),
        ],
      ]),
    );
    const { withDatabase } = await import('../../../src/store/database.ts');
    await withDatabase((database) => database.clear('chunks'));
    fakeBrowser.storage.session.clear();
    const second = await startWorker();
    await vi.waitFor(() => expect(second.kinds()).toEqual(['lost']));
    expect(second.told.states[0]?.message).toContain('Part of the stored log was damaged');
    expect(await second.store.getPageLoad('a')).toMatchObject({ ledger: { stored: 0, dropped: { store: 1 } } });
    await second.store.lossRead();
    expect(second.kinds()).toEqual([]);
  });
});
