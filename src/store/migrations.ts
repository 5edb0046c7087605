import type { Database } from './database.ts';

/** Brings the tables from `oldVersion` (0: none) to the current version, one step after the other, in one transaction. */
export function migrate(database: Database, oldVersion: number): void {
  if (oldVersion < 1) {
    const pageLoads = database.createObjectStore('pageLoads', { keyPath: 'pageLoadId' });
    pageLoads.createIndex('bySession', ['sessionId', 'timeOrigin']);
    pageLoads.createIndex('byTimeOrigin', 'timeOrigin');
    database.createObjectStore('chunks', { keyPath: ['pageLoadId', 'n'] });
    database.createObjectStore('meta', { keyPath: 'key' });
  }
}
