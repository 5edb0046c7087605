import type { RequestBatch } from '../model/har-request.ts';
import { addToAccount } from './account.ts';
import { withDatabase } from './database.ts';
import type { StoredPageLoad } from './schema.ts';

/** A batch with what it counts for. */
export interface CountedBatch extends RequestBatch {
  readonly count: number;
  readonly dropped: number;
}

/**
 * Writes a batch of requests of the network log to its page load, in one durable transaction. Resolves with the page load as it
 * stands then; null when the batch was there already or the page load is gone.
 * @throws what IndexedDB threw; then nothing was written.
 */
export function writeRequests({ count, dropped, ...batch }: CountedBatch, now: number): Promise<StoredPageLoad | null> {
  const { pageLoadId, logId, n, requests } = batch;
  return withDatabase(async (database) => {
    const tables = ['account', 'pageLoads', 'requests'] as const;
    const transaction = database.transaction([...tables], 'readwrite', { durability: 'strict' });
    const table = transaction.objectStore('requests');
    const write = async () => {
      const [stored, known] = await Promise.all([
        transaction.objectStore('pageLoads').get(pageLoadId),
        table.getKey([pageLoadId, logId, n]),
      ]);
      if (!stored || known !== undefined) return null;
      const log = stored.networkLog ?? { requests: 0, dropped: 0 };
      const record: StoredPageLoad = {
        ...stored,
        networkLog: { requests: log.requests + count, dropped: log.dropped + dropped },
        bytes: {
          ...stored.bytes,
          raw: stored.bytes.raw + requests.length,
          stored: stored.bytes.stored + requests.length,
        },
        updatedAt: Math.max(stored.updatedAt, stored.state === 'open' ? now : stored.updatedAt),
        revision: stored.revision + 1,
      };
      await Promise.all([
        table.put(batch),
        transaction.objectStore('pageLoads').put(record),
        addToAccount(transaction, { rawBytes: requests.length, storedBytes: requests.length }),
      ]);
      return record;
    };
    const [record] = await Promise.all([write(), transaction.done]);
    return record;
  });
}

/** The recorded top documents of a session, deleted ones left out. */
export async function topDocuments(sessionId: string): Promise<readonly StoredPageLoad[]> {
  const range = IDBKeyRange.bound([sessionId, Number.NEGATIVE_INFINITY], [sessionId, Number.POSITIVE_INFINITY]);
  const records = await withDatabase((database) => database.getAllFromIndex('pageLoads', 'bySession', range));
  return records.filter(({ frameId, deletedAt }) => frameId === 0 && deletedAt === null);
}
