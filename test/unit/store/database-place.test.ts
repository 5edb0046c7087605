import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databasePlace } from '../../../src/store/database-place.ts';
import { moveDatabase } from '../../../src/store/move-database.ts';
import { createBuckets } from '../support/fake-buckets.ts';

const usual = new IDBFactory();
let storageBuckets: ReturnType<typeof createBuckets>;

beforeEach(() => {
  storageBuckets = createBuckets();
  vi.stubGlobal('indexedDB', usual);
  vi.stubGlobal('navigator', { storageBuckets });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('is among the other databases of the extension, until one was begun elsewhere', async () => {
  await storageBuckets.open('of-another-kind');
  expect(await databasePlace()).toBe(usual);
  expect(await moveDatabase()).toBe(true);
  expect(await databasePlace()).toBe(storageBuckets.factories.get('vitalog-1'));
});

it('is given up once more when it cannot be opened there either, and what was there goes', async () => {
  await moveDatabase();
  const first = await databasePlace();
  expect(await moveDatabase()).toBe(true);
  expect(await databasePlace()).not.toBe(first);
  expect(await storageBuckets.keys()).toEqual(['vitalog-2']);
});

it('stays where it is in a browser that has no other place', async () => {
  vi.stubGlobal('navigator', {});
  expect(await moveDatabase()).toBe(false);
  expect(await databasePlace()).toBe(usual);
});
