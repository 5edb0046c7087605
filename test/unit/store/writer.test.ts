import 'fake-indexeddb/auto';

import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openReader } from '../../../src/store/reader.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { commit, type Decide } from '../../../src/store/writer.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';

const { put } = IDBObjectStore.prototype;
const end = IDBTransaction.prototype.commit;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  IDBObjectStore.prototype.put = put;
  IDBTransaction.prototype.commit = end;
  vi.unstubAllGlobals();
});

function adds(pageLoadId: string): [string, Decide] {
  const record: StoredPageLoad = { ...pageLoadRecord({ pageLoadId }), documentId: 'd', nonce: 'n' };
  return [pageLoadId, () => ({ record, chunks: [{ pageLoadId, n: 0, from: 0, count: 1, entries: '[{}]' }] })];
}

/**
 * Ends the next transactions as Chromium 156 does when the quota is used up: aborted at their commit, with puts that are never
 * answered.
 */
function refuseCommits(): void {
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args);
    request.addEventListener = () => {};
    return request;
  };
  IDBTransaction.prototype.commit = function (this: IDBTransaction & { _abort?(name: string): void }) {
    this._abort?.('QuotaExceededError');
  };
}

it('rejects when the transaction is aborted, though its puts are never answered', async () => {
  refuseCommits();
  await expect(commit(new Map([adds('a')]))).rejects.toHaveProperty('name', 'QuotaExceededError');
  expect(await openReader().getPageLoad('a')).toBeUndefined();
});

it('writes once more when the connection is closed by force, though the transaction never ends', async () => {
  IDBTransaction.prototype.commit = function (this: IDBTransaction) {
    IDBTransaction.prototype.commit = end;
    this.abort();
    Object.assign(this, { oncomplete: null, onabort: null });
    // Its types ask for the class instead of an instance.
    forceCloseDatabase(this.db as never);
  };
  await commit(new Map([adds('b')]));
  expect(await openReader().getPageLoad('b')).toBeDefined();
});

it('writes nothing of a commit in which one decision throws, and tells what that threw', async () => {
  const wrong = new Error('Wrong.');
  const throws: Decide = () => {
    throw wrong;
  };
  await expect(commit(new Map([adds('c'), ['d', throws]]))).rejects.toBe(wrong);
  expect(await openReader().getPageLoad('c')).toBeUndefined();
  expect((await openReader().readEntries('c')).entries).toEqual([]);
});

it('writes nothing of a commit of which a put is refused', async () => {
  const refused = new DOMException('Cannot be cloned.', 'DataCloneError');
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    if (this.name === 'account') throw refused;
    return put.apply(this, args);
  };
  await expect(commit(new Map([adds('e')]))).rejects.toBe(refused);
  IDBObjectStore.prototype.put = put;
  expect(await openReader().getPageLoad('e')).toBeUndefined();
});
