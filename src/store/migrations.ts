import type { IDBPTransaction, StoreNames } from 'idb';
import { EMPTY_ACCOUNT } from '../model/cache.ts';
import { newCacheFacts } from '../model/page-load.ts';
import type { Database } from './database.ts';
import { ACCOUNT_KEY, type VitalogSchema } from './schema.ts';

/** The transaction of an upgrade. */
export type Upgrade = IDBPTransaction<VitalogSchema, StoreNames<VitalogSchema>[], 'versionchange'>;

/**
 * Brings the tables from `oldVersion` (0: none) to the current version, one step after the other, in one transaction: when it
 * ends midway, the old version stands as it was. Reads no chunk.
 */
export function migrate(database: Database, oldVersion: number, upgrade: Upgrade): void {
  if (oldVersion < 1) {
    const pageLoads = database.createObjectStore('pageLoads', { keyPath: 'pageLoadId' });
    pageLoads.createIndex('bySession', ['sessionId', 'timeOrigin']);
    pageLoads.createIndex('byTimeOrigin', 'timeOrigin');
    database.createObjectStore('chunks', { keyPath: ['pageLoadId', 'n'] });
    database.createObjectStore('meta', { keyPath: 'key' });
  }
  if (oldVersion < 2) {
    const pageLoads = upgrade.objectStore('pageLoads');
    pageLoads.createIndex('byOrigin', 'origin');
    pageLoads.createIndex('byTop', 'topPageLoadId');
  }
  if (oldVersion < 3) {
    const pageLoads = upgrade.objectStore('pageLoads');
    pageLoads.createIndex('byLastUse', 'lastUsedAt');
    pageLoads.createIndex('bySealState', 'sealState');
    pageLoads.createIndex('byDeletion', 'deletedAt');
    database.createObjectStore('sealed', { keyPath: ['pageLoadId', 'end'] });
    const history = database.createObjectStore('history', { keyPath: 'pageLoadId' });
    history.createIndex('byOrigin', ['origin', 'timeOrigin']);
    history.createIndex('byTimeOrigin', 'timeOrigin');
    history.createIndex('byDeletion', 'deletedAt');
    database.createObjectStore('pins', { keyPath: 'sessionId' });
    database.createObjectStore('account');
    // The open request tells of the abort.
    addCacheFacts(upgrade).catch(() => upgrade.abort());
  }
  if (oldVersion < 4) {
    database.createObjectStore('requests', { keyPath: ['pageLoadId', 'logId', 'n'] });
  }
}

/** Gives page loads of version 2 the facts that version 3 keeps; their chunks are counted when they are sealed. */
async function addCacheFacts(upgrade: Upgrade): Promise<void> {
  const pageLoads = upgrade.objectStore('pageLoads');
  let count = 0;
  for (let cursor = await pageLoads.openCursor(); cursor; cursor = await cursor.continue()) {
    const facts = newCacheFacts(cursor.value.updatedAt);
    const unknown = { entryCounts: null, bytes: { raw: 0, stored: 0, counted: false } };
    await cursor.update({ ...facts, ...unknown, ...cursor.value });
    count += 1;
  }
  await upgrade.objectStore('account').put({ ...EMPTY_ACCOUNT, pageLoads: count }, ACCOUNT_KEY);
}
