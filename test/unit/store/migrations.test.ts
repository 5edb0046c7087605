import 'fake-indexeddb/auto';

import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { countPageLoads, openReader } from '../../../src/store/reader.ts';
import { DATABASE_NAME } from '../../../src/store/schema.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';

it('keeps what version 1 stored, and finds it by origin from version 2 on', async () => {
  const old = await openDB(DATABASE_NAME, 1, {
    upgrade(database) {
      const pageLoads = database.createObjectStore('pageLoads', { keyPath: 'pageLoadId' });
      pageLoads.createIndex('bySession', ['sessionId', 'timeOrigin']);
      pageLoads.createIndex('byTimeOrigin', 'timeOrigin');
      database.createObjectStore('chunks', { keyPath: ['pageLoadId', 'n'] });
      database.createObjectStore('meta', { keyPath: 'key' });
    },
  });
  const pageLoad = pageLoadRecord();
  await old.put('pageLoads', pageLoad);
  await old.put('chunks', { pageLoadId: pageLoad.pageLoadId, n: 0, from: 0, count: 0, entries: '[]' });
  old.close();

  expect(await openReader().getPageLoad(pageLoad.pageLoadId)).toEqual(pageLoad);
  expect((await openReader().readEntries(pageLoad.pageLoadId)).nextChunk).toBe(1);
  expect(await countPageLoads(pageLoad.origin)).toBe(1);
});
