import 'fake-indexeddb/auto';

import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { newCacheFacts } from '../../../src/model/page-load.ts';
import { migrate } from '../../../src/store/migrations.ts';
import { DATABASE_VERSION, type VitalogSchema } from '../../../src/store/schema.ts';
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
