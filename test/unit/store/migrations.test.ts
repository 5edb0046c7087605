import 'fake-indexeddb/auto';

import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { newCacheFacts } from '../../../src/model/page-load.ts';
import { migrate } from '../../../src/store/migrations.ts';
import { DATABASE_VERSION, type VitalogSchema } from '../../../src/store/schema.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';
import { RECORDED_DATABASES, type RecordedDatabase, restoreDatabase } from '../../fixtures/recorded-databases.ts';

const NAME = 'migrated';

beforeEach(() => deleteDB(NAME));

function open() {
  return openDB<VitalogSchema>(NAME, DATABASE_VERSION, {
    upgrade: (database, oldVersion, _, transaction) => migrate(database, oldVersion, transaction),
  });
}

/** The tables of a database with their indexes, as a new one has them. */
async function layout(database: Awaited<ReturnType<typeof open>>) {
  return [...database.objectStoreNames].map((name) => {
    const { keyPath, indexNames } = database.transaction(name).store;
    return { name, keyPath, indexes: [...indexNames] };
  });
}

describe.each(RECORDED_DATABASES)('a database that version $version wrote', (recorded: RecordedDatabase) => {
  it('keeps every row, and gets the facts that are new', async () => {
    await restoreDatabase(NAME, recorded);
    const database = await open();
    for (const [table, rows] of Object.entries(recorded.tables)) {
      if (table !== 'pageLoads') expect(await database.getAll(table as 'chunks')).toEqual(rows);
    }
    const expected = recorded.tables.pageLoads.map((record) => ({
      ...newCacheFacts(Number(record.updatedAt)),
      entryCounts: null,
      bytes: { raw: 0, stored: 0, counted: false },
      ...record,
    }));
    expect(await database.getAll('pageLoads')).toEqual(expected);
    expect(await database.getAll('account')).toMatchObject([{ pageLoads: expected.length, rawBytes: 0 }]);
    expect(await database.getAllKeysFromIndex('pageLoads', 'bySealState', 'raw')).toHaveLength(expected.length);
    database.close();
  });

  it('has the tables and indexes of a new one', async () => {
    await restoreDatabase(NAME, recorded);
    const migrated = await open();
    const found = await layout(migrated);
    migrated.close();
    await deleteDB(NAME);
    const fresh = await open();
    expect(found).toEqual(await layout(fresh));
    fresh.close();
  });
});

it('adds the table of the network log to a database of version 3, and keeps its rows', async () => {
  await createVersion3();
  const database = await open();
  expect(await database.getAllKeys('pageLoads')).toEqual(['one']);
  expect(database.transaction('requests').store.keyPath).toEqual(['pageLoadId', 'logId', 'n']);
  await database.put('requests', { pageLoadId: 'one', logId: 'log', n: 0, requests: '[]' });
  expect(await database.count('requests', IDBKeyRange.bound(['one'], ['one', []]))).toBe(1);
  database.close();
});

/** What version 3 left: every table but the one that version 4 brought. */
async function createVersion3(): Promise<void> {
  const database = await openDB<VitalogSchema>(NAME, 3, {
    upgrade(old, _, __, transaction) {
      migrate(old, 0, transaction);
      old.deleteObjectStore('requests');
    },
  });
  await database.put('pageLoads', { ...pageLoadRecord({ pageLoadId: 'one' }), documentId: 'd', nonce: 'n' });
  database.close();
}
