import type { IDBPTransaction, StoreNames } from 'idb';
import type { Database } from './database.ts';
import type { VitalogSchema } from './schema.ts';

type Upgrade = IDBPTransaction<VitalogSchema, StoreNames<VitalogSchema>[], 'versionchange'>;

/** Brings the tables from `oldVersion` (0: none) to the current version, one step after the other, in one transaction. */
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
}
