import type { HarRequest } from '../model/har-request.ts';
import { withDatabase } from './database.ts';

/** Requests of the network log, and the names of the batches that they were in. */
export interface RequestPage {
  readonly requests: readonly HarRequest[];
  readonly batches: readonly string[];
}

/**
 * What the network log of DevTools told of a page load, but for the batches in `known`. They come late and again, so that their
 * order says nothing: what was read is told by name. Rejects when IndexedDB cannot be read; memory keeps no network log.
 */
export async function readRequests(pageLoadId: string, known: ReadonlySet<string> = new Set()): Promise<RequestPage> {
  const range = IDBKeyRange.bound([pageLoadId], [pageLoadId, []]);
  const keys = await withDatabase((database) => database.getAllKeys('requests', range));
  const unread = keys.filter(([, logId, n]) => !known.has(batchName(logId, n)));
  const rows = await withDatabase((database) => {
    const table = database.transaction('requests').store;
    return Promise.all(unread.map((key) => table.get(key)));
  });
  const batches = rows.filter((row) => row !== undefined);
  return {
    requests: batches.flatMap(({ requests }) => JSON.parse(requests) as HarRequest[]),
    batches: batches.map(({ logId, n }) => batchName(logId, n)),
  };
}

function batchName(logId: string, n: number): string {
  return `${logId}/${n}`;
}
