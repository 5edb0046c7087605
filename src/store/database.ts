import { type IDBPDatabase, openDB } from 'idb';
import { migrate } from './migrations.ts';
import { DATABASE_NAME, DATABASE_VERSION, type VitalogSchema } from './schema.ts';

/** An open connection to the cache. */
export type Database = IDBPDatabase<VitalogSchema>;

let opening: Promise<Database> | null = null;

/**
 * Runs `work` on the one connection of this page or worker. A connection that was closed under us (storage cleared, newer
 * version elsewhere) is opened anew and the work tried once more, so `work` must be safe to repeat.
 * @throws what IndexedDB threw the second time.
 */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(await connection());
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    opening = null;
    return work(await connection());
  }
}

function connection(): Promise<Database> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

function open(): Promise<Database> {
  return openDB<VitalogSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade: (database, oldVersion, _, transaction) => migrate(database, oldVersion, transaction),
    blocking(_current, _blocked, event) {
      // A newer version waits for us: give way, or its open hangs and every other one with it.
      opening = null;
      (event.target as IDBDatabase).close();
    },
    terminated() {
      opening = null;
    },
  });
}
