import type { IDBPTransaction } from 'idb';
import type { Bytes } from '../model/units.ts';
import { addToAccount } from './account.ts';
import { type Database, withDatabase } from './database.ts';
import { historyOf } from './history-record.ts';
import { type StoredPageLoad, TABLES_OF_PAGE_LOAD, type VitalogSchema } from './schema.ts';

/** Page loads of one transaction: few, so that the ingest never waits long for its turn. */
export const DELETION_SLICE = 20;

const TABLES = ['account', 'history', 'pageLoads', 'pins', ...TABLES_OF_PAGE_LOAD] as const;
type Deleting = IDBPTransaction<VitalogSchema, [...typeof TABLES], 'readwrite'>;

/** Page loads that are gone, those of frames included, and what their entries took in the store. */
export interface DeletedPageLoads {
  readonly pageLoadIds: readonly string[];
  readonly bytes: Bytes;
}

/** `evicted`: its summary stays as history. `forgotten`: nothing stays. */
export type DeletionKind = 'evicted' | 'forgotten';

/**
 * Deletes the page loads that `choose` names, in one transaction with the choice: with their frames and all their rows, so that a
 * killed worker leaves no half of one.
 */
export function deleteSlice(
  kind: DeletionKind,
  choose: (transaction: Deleting) => Promise<readonly string[]>,
): Promise<DeletedPageLoads> {
  return withDatabase(async (database: Database) => {
    const transaction = database.transaction([...TABLES], 'readwrite', { durability: 'strict' });
    const [deleted] = await Promise.all([deleteChosen(transaction, kind, choose), transaction.done]);
    return deleted;
  });
}

async function deleteChosen(
  transaction: Deleting,
  kind: DeletionKind,
  choose: (transaction: Deleting) => Promise<readonly string[]>,
): Promise<DeletedPageLoads> {
  const chosen = await choose(transaction);
  const records = await withFrames(transaction, chosen);
  if (records.length === 0) return { pageLoadIds: [], bytes: 0 };
  const bytes = sum(records, (record) => record.bytes.stored);
  await Promise.all([
    ...records.map((record) => deleteOne(transaction, kind, record)),
    addToAccount(transaction, {
      pageLoads: -records.length,
      rawBytes: -sum(records, (record) => record.bytes.raw),
      storedBytes: -bytes,
      evictedPageLoads: kind === 'evicted' ? records.length : 0,
      evictedBytes: kind === 'evicted' ? bytes : 0,
    }),
  ]);
  return { pageLoadIds: records.map(({ pageLoadId }) => pageLoadId), bytes };
}

async function withFrames(transaction: Deleting, ids: readonly string[]): Promise<readonly StoredPageLoad[]> {
  const pageLoads = transaction.objectStore('pageLoads');
  const found = await Promise.all(
    ids.map(async (id) => [await pageLoads.get(id), ...(await pageLoads.index('byTop').getAll(id))]),
  );
  const records = found.flat().filter((record) => record !== undefined);
  return [...new Map(records.map((record) => [record.pageLoadId, record])).values()];
}

async function deleteOne(transaction: Deleting, kind: DeletionKind, record: StoredPageLoad): Promise<void> {
  const { pageLoadId, frameId } = record;
  const rows = IDBKeyRange.bound([pageLoadId, Number.NEGATIVE_INFINITY], [pageLoadId, Number.POSITIVE_INFINITY]);
  const history = transaction.objectStore('history');
  await Promise.all([
    transaction.objectStore('pageLoads').delete(pageLoadId),
    ...TABLES_OF_PAGE_LOAD.map((table) => transaction.objectStore(table).delete(rows)),
    kind === 'forgotten' ? history.delete(pageLoadId) : frameId === 0 ? history.put(historyOf(record)) : null,
  ]);
}

function sum<T>(items: readonly T[], figure: (item: T) => number): number {
  return items.reduce((total, item) => total + figure(item), 0);
}
