import type { ChunkRecord } from '../model/page-load.ts';
import { addToAccount } from './account.ts';
import { withDatabase } from './database.ts';
import type { StoredPageLoad } from './schema.ts';

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
    const account = { pageLoads: 0, rawBytes: 0, storedBytes: 0 };
    const work = [...decisions].map(async ([pageLoadId, decide]) => {
      const stored = await pageLoads.get(pageLoadId);
      const change = decide(stored);
      if (change === null) return;
      account.pageLoads += stored ? 0 : 1;
      account.rawBytes += change.record.bytes.raw - (stored?.bytes.raw ?? 0);
      account.storedBytes += change.record.bytes.stored - (stored?.bytes.stored ?? 0);
      const puts = change.chunks.map((chunk) => chunks.put(chunk));
      await Promise.all([...puts, pageLoads.put(change.record)]);
    });
    const counted = Promise.all(work).then(() => addToAccount(transaction, account));
    // A failed put aborts the transaction by itself, one that threw does not: no half of a change may be written.
    counted.catch(() => abort(transaction));
    // `done` tells why it was aborted; after a throw that is what was thrown.
    const [done, ...rest] = await Promise.allSettled([transaction.done, counted, ...work]);
    if (done.status === 'rejected') throw causeOf(done.reason, rest);
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
