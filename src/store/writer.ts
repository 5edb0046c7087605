import type { ChunkRecord } from '../model/page-load.ts';
import { accountAfter } from './account.ts';
import { withDatabase } from './database.ts';
import { ACCOUNT_KEY, type StoredPageLoad } from './schema.ts';

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
    const transaction = database.transaction(['account', 'pageLoads', 'chunks'], 'readwrite', { durability: 'strict' });
    const pageLoads = transaction.objectStore('pageLoads');
    const chunks = transaction.objectStore('chunks');
    const accounts = transaction.objectStore('account');
    const puts: Promise<unknown>[] = [];
    const write = (put: Promise<unknown>) => {
      // The transaction tells.
      put.catch(() => {});
      puts.push(put);
    };
    // All is asked at once and then written at once: an answer that is waited for in between costs the disk's time.
    const work = async () => {
      const ids = [...decisions.keys()];
      const [before, ...known] = await Promise.all([accounts.get(ACCOUNT_KEY), ...ids.map((id) => pageLoads.get(id))]);
      const account = { pageLoads: 0, rawBytes: 0, storedBytes: 0 };
      [...decisions.values()].forEach((decide, i) => {
        const stored = known[i];
        const change = decide(stored);
        if (change === null) return;
        account.pageLoads += stored ? 0 : 1;
        account.rawBytes += change.record.bytes.raw - (stored?.bytes.raw ?? 0);
        account.storedBytes += change.record.bytes.stored - (stored?.bytes.stored ?? 0);
        for (const chunk of change.chunks) write(chunks.put(chunk));
        write(pageLoads.put(change.record));
      });
      write(accounts.put(accountAfter(before, account), ACCOUNT_KEY));
      transaction.commit();
    };
    // A failed put aborts the transaction by itself, one that threw does not: no half of a change may be written.
    const working = work().catch((error: unknown) => {
      abort(transaction);
      throw error;
    });
    // `done` tells why it was aborted; after a throw that is what was thrown.
    const [done, worked] = await Promise.allSettled([transaction.done, working]);
    const written = await Promise.allSettled(puts);
    if (done.status === 'rejected') throw causeOf(done.reason, [worked, ...written]);
  });
}

/** Aborts a transaction that may have ended already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over.
  }
}

/** An abort of our own says nothing of its cause; the rejection that led to it does. */
function causeOf(reason: unknown, others: readonly PromiseSettledResult<unknown>[]): unknown {
  if (!(reason instanceof DOMException) || reason.name !== 'AbortError') return reason;
  const first = others.find((other) => other.status === 'rejected');
  return first?.reason ?? reason;
}
