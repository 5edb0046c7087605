import type { IDBPTransaction, StoreNames } from 'idb';
import { EMPTY_ACCOUNT } from '../model/cache.ts';
import { closedLedger } from '../model/ledger.ts';
import type { ChunkRecord } from '../model/page-load.ts';
import { addToAccount } from './account.ts';
import { withDatabase } from './database.ts';
import {
  ACCOUNT_KEY,
  type SealedPart,
  type StoredPageLoad,
  TABLES_OF_PAGE_LOAD,
  type VitalogSchema,
} from './schema.ts';

/** Page loads looked at in one transaction; only their records and the keys of their rows are read. */
const SLICE = 50;

const TABLES = ['account', 'pageLoads', ...TABLES_OF_PAGE_LOAD] as const;
type Repairing = IDBPTransaction<VitalogSchema, [...typeof TABLES], 'readwrite'>;
type Reading = IDBPTransaction<VitalogSchema, StoreNames<VitalogSchema>[], 'readonly'>;

/**
 * Holds the rows against what the records and the account say of them, and brings these back in line where a damaged disk took rows
 * away: a page load's ledger then counts what is missing as lost with the store, and rows without their page load go. A page load
 * that lost entries with an earlier store is not held against its numbers, which have gaps. `pause` is awaited between slices.
 * Resolves with whether anything was missing.
 */
export async function repairRows(pause: () => Promise<void>): Promise<boolean> {
  let isDamaged = false;
  for (let after: string | null = null; ; ) {
    const slice = await findDamage(after);
    for (const id of slice.damaged) isDamaged = (await repair((tables) => repairPageLoad(tables, id))) || isDamaged;
    for (const id of slice.ownerless) isDamaged = (await repair((tables) => deleteOwnerless(tables, id))) || isDamaged;
    if (slice.last === null) break;
    after = slice.last;
    await pause();
  }
  return (await repair(repairAccount)) || isDamaged;
}

/** Page loads of one slice whose rows are not all there, and ids that have rows but no page load. */
function findDamage(after: string | null) {
  return withDatabase(async (database) => {
    const transaction = database.transaction([...TABLES], 'readonly');
    const from = after === null ? undefined : IDBKeyRange.lowerBound(after, true);
    const records = await transaction.objectStore('pageLoads').getAll(from, SLICE);
    const last = records.length === SLICE ? (records.at(-1)?.pageLoadId ?? null) : null;
    const keys = await Promise.all(TABLES_OF_PAGE_LOAD.map((table) => keysBetween(transaction, table, after, last)));
    const known = new Set(records.map(({ pageLoadId }) => pageLoadId));
    const owners = new Set(keys.flat().map(([id]) => id));
    const [chunks = [], sealed = []] = keys;
    const rows = countsById(chunks);
    const ends = new Set(sealed.map(([id, end]) => `${id} ${end}`));
    const isWhole = ({ pageLoadId, chunks: total, sealedChunks, ledger }: StoredPageLoad) =>
      (ledger.dropped.store ?? 0) > 0 ||
      ((rows.get(pageLoadId) ?? 0) === total - sealedChunks &&
        (sealedChunks === 0 || ends.has(`${pageLoadId} ${sealedChunks}`)));
    return {
      last,
      damaged: records.filter((record) => !isWhole(record)).map(({ pageLoadId }) => pageLoadId),
      ownerless: [...owners].filter((id) => !known.has(id)),
    };
  });
}

function keysBetween(
  transaction: Reading,
  table: (typeof TABLES_OF_PAGE_LOAD)[number],
  after: string | null,
  last: string | null,
): Promise<readonly (readonly [string, ...unknown[]])[]> {
  const lower = after === null ? [] : [after, []];
  const upper = last === null ? [[]] : [last, []];
  return transaction.objectStore(table).getAllKeys(IDBKeyRange.bound(lower, upper));
}

function countsById(keys: readonly (readonly [string, ...unknown[]])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [id] of keys) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function repair(work: (tables: Repairing) => Promise<boolean>): Promise<boolean> {
  return withDatabase(async (database) => {
    const transaction = database.transaction([...TABLES], 'readwrite', { durability: 'strict' });
    const [isDamaged] = await Promise.all([work(transaction), transaction.done]);
    return isDamaged;
  });
}

async function repairPageLoad(tables: Repairing, id: string): Promise<boolean> {
  const range = rowsOf(id);
  const [record, chunks, parts] = await Promise.all([
    tables.objectStore('pageLoads').get(id),
    tables.objectStore('chunks').getAll(range),
    tables.objectStore('sealed').getAll(range),
  ]);
  // Deleted, or written to, since it was looked at: it is looked at the next time.
  if (!record) return false;
  const { ledger, bytes } = record;
  const stored = entriesIn(chunks, parts);
  const missing = ledger.stored - stored;
  if (missing <= 0) return false;
  const raw = parts.length === 0 ? charactersOf(chunks) : bytes.raw;
  const left = { raw, stored: charactersOf(chunks) + sum(parts.map(({ data }) => data.byteLength)) };
  const dropped = { ...ledger.dropped, store: (ledger.dropped.store ?? 0) + missing };
  const repaired: StoredPageLoad = {
    ...record,
    ledger: closedLedger({ ...ledger, stored, dropped }),
    bytes: { ...bytes, ...left },
    // Summed up anew, from what is there.
    entryCounts: null,
    sealState: record.sealState === 'sealed' ? 'partly' : record.sealState,
    revision: record.revision + 1,
  };
  await Promise.all([
    tables.objectStore('pageLoads').put(repaired),
    addToAccount(tables, { rawBytes: left.raw - bytes.raw, storedBytes: left.stored - bytes.stored }),
  ]);
  return true;
}

async function deleteOwnerless(tables: Repairing, id: string): Promise<boolean> {
  // Its page load may have been made since.
  if (await tables.objectStore('pageLoads').getKey(id)) return false;
  await Promise.all(TABLES_OF_PAGE_LOAD.map((table) => tables.objectStore(table).delete(rowsOf(id))));
  return true;
}

/** The account is what the page loads come to; that there were more, or that it is gone itself, tells of a loss. */
async function repairAccount(tables: Repairing): Promise<boolean> {
  const [records, account] = await Promise.all([
    tables.objectStore('pageLoads').getAll(),
    tables.objectStore('account').get(ACCOUNT_KEY),
  ]);
  const there = {
    pageLoads: records.length,
    rawBytes: sum(records.map(({ bytes }) => bytes.raw)),
    storedBytes: sum(records.map(({ bytes }) => bytes.stored)),
  };
  const told = account ?? EMPTY_ACCOUNT;
  const isExact = Object.entries(there).every(([name, value]) => told[name as keyof typeof there] === value);
  if (isExact) return false;
  await tables.objectStore('account').put({ ...told, ...there }, ACCOUNT_KEY);
  return !account || told.pageLoads > there.pageLoads;
}

function rowsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

function entriesIn(chunks: readonly ChunkRecord[], parts: readonly SealedPart[]): number {
  const raw = chunks.map(({ entries }) => (JSON.parse(entries) as readonly unknown[]).length);
  return sum([...raw, ...parts.flatMap(({ counts }) => counts)]);
}

function charactersOf(chunks: readonly ChunkRecord[]): number {
  return sum(chunks.map(({ entries }) => entries.length));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
