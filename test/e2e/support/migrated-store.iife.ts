// Runs in a page of an extension: opens the store with its own code, which brings an older database to the present version.
import { withDatabase } from '../../../src/store/database.ts';

const migratedStore = {
  /** Version and rows of all tables. */
  read: () =>
    withDatabase(async (database) => {
      const names = [...database.objectStoreNames];
      const rows = await Promise.all(names.map((name) => database.getAll(name)));
      return { version: database.version, tables: Object.fromEntries(names.map((name, i) => [name, rows[i]])) };
    }),
};

Object.assign(globalThis, { migratedStore });
