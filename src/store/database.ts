import { type IDBPDatabase, unwrap, wrap } from 'idb';
import { databasePlace } from './database-place.ts';
import { migrate, type Upgrade } from './migrations.ts';
import { DATABASE_NAME, DATABASE_VERSION, type VitalogSchema } from './schema.ts';
import { failureOf } from './store-failure.ts';

/** An open connection to the cache. */
export type Database = IDBPDatabase<VitalogSchema>;

/**
 * While the browser clears a database it closes its connections, and aborts what opens it in that moment; Chromium is done within
 * 20 ms.
 */
const REOPEN_AFTER_MS = [20, 100, 400] as const;
/** An open that takes longer is kept waiting by another page; the user should know which. */
const BLOCKED_AFTER_MS = 3000;

/** What opening a connection told. */
export interface OpeningFacts {
  /** The browser says that it threw a damaged database away. */
  readonly corrupted: boolean;
}

/** Who watches over the connection of this page or worker. */
export interface DatabaseListeners {
  /** Runs on every new connection before anything else does; when it rejects, so does the opening. */
  prepare?(database: Database, facts: OpeningFacts): Promise<void>;
  /** Another page keeps the database from opening for seconds; or no longer does. */
  onBlocked?(blocked: boolean): void;
  /** The connection was closed under us: storage cleared, disk trouble, or given way to a newer version. */
  onClosed?(): void;
}

let listeners: DatabaseListeners = {};
let opening: Promise<Database> | null = null;

/** Sets who watches; to be called before the first use. */
export function superviseDatabase(watching: DatabaseListeners): void {
  listeners = watching;
}

/**
 * Runs `work` on the one connection of this page or worker. A connection that was closed under us (storage cleared, newer
 * version elsewhere) is opened anew and the work tried once more, so `work` must be safe to repeat.
 * @throws what IndexedDB threw the second time, or why it cannot be opened (`failureOf` tells these apart).
 */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const first = connection();
  const database = await first;
  try {
    return await work(database);
  } catch (error) {
    if (failureOf(error) !== 'closed') throw error;
    if (opening === first) opening = null;
    return work(await connection());
  }
}

function connection(): Promise<Database> {
  if (opening) return opening;
  const mine = openPatiently().catch((error: unknown) => {
    if (opening === mine) opening = null;
    throw error;
  });
  opening = mine;
  return mine;
}

async function openPatiently(): Promise<Database> {
  for (const wait of REOPEN_AFTER_MS) {
    try {
      return await open();
    } catch (error) {
      if (failureOf(error) !== 'closed') throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return open();
}

async function open(): Promise<Database> {
  let corrupted = false;
  let told = false;
  // Timed from the start: an open that waits behind another page's upgrade gets no event of its own.
  const timer = setTimeout(() => {
    told = true;
    listeners.onBlocked?.(true);
  }, BLOCKED_AFTER_MS);
  try {
    const request = (await databasePlace()).open(DATABASE_NAME, DATABASE_VERSION);
    request.addEventListener('upgradeneeded', (event) => {
      corrupted = (event as IDBVersionChangeEvent & { readonly dataLoss?: string }).dataLoss === 'total';
      if (!request.transaction) return;
      const upgrade = wrap(request.transaction) as unknown as Upgrade;
      // The opening tells why it was aborted.
      upgrade.done.catch(() => {});
      migrate(wrap(request.result) as unknown as Database, event.oldVersion, upgrade);
    });
    const database = (await wrap(request)) as unknown as Database;
    const connection = unwrap(database);
    connection.addEventListener('versionchange', () => {
      // A newer version waits for us: give way, or its open hangs and every other one with it.
      connection.close();
      closed();
    });
    connection.addEventListener('close', closed);
    settleEnds(connection);
    await listeners.prepare?.(database, { corrupted });
    return database;
  } finally {
    clearTimeout(timer);
    if (told) listeners.onBlocked?.(false);
  }
}

/**
 * When the browser aborts a transaction that only reads, its requests tell; that nobody awaits its end as well must not make an
 * uncaught rejection of it.
 */
function settleEnds(database: IDBDatabase): void {
  const begin = database.transaction.bind(database);
  database.transaction = (...args) => {
    const transaction = begin(...args);
    wrap(transaction).done.catch(() => {});
    return transaction;
  };
}

function closed(): void {
  opening = null;
  listeners.onClosed?.();
}
