import { type IDBPTransaction, unwrap } from 'idb';
import type { ChunkRecord } from '../model/page-load.ts';
import { accountAfter } from './account.ts';
import { withDatabase } from './database.ts';
import { ACCOUNT_KEY, type StoredPageLoad, type VitalogSchema } from './schema.ts';

type Writing = IDBPTransaction<VitalogSchema, ('account' | 'pageLoads' | 'chunks')[], 'readwrite'>;

/** What a change of one page load comes to: its new record and the chunks to add. */
export interface Change {
  readonly record: StoredPageLoad;
  readonly chunks: readonly ChunkRecord[];
}

/** Decides on a page load's change from what is stored of it; synchronous, and free of effects, since it may run twice. */
export type Decide = (stored: StoredPageLoad | undefined) => Change | null;

/**
 * Writes the changes of several page loads in one durable transaction (group commit). Resolves when the transaction is
 * complete and on disk, never before.
 * @throws DOMException QuotaExceededError, InvalidStateError ... ; then nothing of it was written.
 */
export function commit(decisions: ReadonlyMap<string, Decide>): Promise<void> {
  return withDatabase(async (database) => {
    const wrapped = database.transaction(['account', 'pageLoads', 'chunks'], 'readwrite', { durability: 'strict' });
    const transaction = unwrap(wrapped);
    let thrown: unknown;
    const ended = endOf(transaction, () => thrown);
    writeAll(wrapped, decisions).catch((error: unknown) => {
      thrown = error;
      // A failed put aborts the transaction by itself, one that threw does not: no half of a change may be written.
      abort(transaction);
    });
    await ended;
  });
}

/** All is asked at once and then written at once: an answer that is waited for in between costs the disk's time. */
async function writeAll(transaction: Writing, decisions: ReadonlyMap<string, Decide>): Promise<void> {
  const [pageLoads, accounts] = [transaction.objectStore('pageLoads'), transaction.objectStore('account')];
  const ids = [...decisions.keys()];
  const [before, ...known] = await Promise.all([accounts.get(ACCOUNT_KEY), ...ids.map((id) => pageLoads.get(id))]);
  const account = { pageLoads: 0, rawBytes: 0, storedBytes: 0 };
  // Nobody listens to the puts: the transaction tells, and a promise for each is a quarter of what a put costs.
  const [chunks, records] = [unwrap(transaction.objectStore('chunks')), unwrap(pageLoads)];
  [...decisions.values()].forEach((decide, i) => {
    const stored = known[i];
    const change = decide(stored);
    if (change === null) return;
    account.pageLoads += stored ? 0 : 1;
    account.rawBytes += change.record.bytes.raw - (stored?.bytes.raw ?? 0);
    account.storedBytes += change.record.bytes.stored - (stored?.bytes.stored ?? 0);
    for (const chunk of change.chunks) chunks.put(chunk);
    records.put(change.record);
  });
  unwrap(accounts).put(accountAfter(before, account), ACCOUNT_KEY);
  unwrap(transaction).commit();
}

/**
 * Resolves when a transaction is complete. After an abort it rejects with what the browser says of it, or else with what `thrown`
 * tells. It waits for no request, since Chromium 156 leaves some of a transaction whose commit was asked for without an answer
 * for good when the quota is used up; and the transaction itself without an end when the connection is closed by force.
 */
function endOf(transaction: IDBTransaction, thrown: () => unknown): Promise<void> {
  const { db } = transaction;
  const closing = new AbortController();
  const { signal } = closing;
  return new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? thrown() ?? new DOMException('Aborted.', 'AbortError'));
    db.addEventListener('close', () => reject(new DOMException('Closed by force.', 'InvalidStateError')), { signal });
  }).finally(() => closing.abort());
}

/** Aborts a transaction that may have ended already. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over.
  }
}
