import type { DBSchema } from 'idb';
import type { CacheAccount } from '../model/cache.ts';
import type { RequestBatch } from '../model/har-request.ts';
import type { ChunkRecord, PageLoadRecord } from '../model/page-load.ts';
import type { HistoryRecord } from '../model/page-load-summary.ts';

export const DATABASE_NAME = 'vitalog';

/**
 * Version of the database. History:
 * 1. pageLoads, chunks, meta.
 * 2. pageLoads by origin, and by the page load they are frames of, to forget a site.
 * 3. sealed parts, history, pins, the cache's account; pageLoads with the cache's facts, by last use, seal state and deletion.
 * 4. requests of the network log.
 */
export const DATABASE_VERSION = 4;

/** A page load with what only the ingest needs: the document it is bound to, and the word that opens its outbox. */
export interface StoredPageLoad extends PageLoadRecord {
  readonly documentId: string;
  readonly nonce: string;
}

/** Chunks `from` to `end - 1` of a page load, compressed into one record that takes their place. */
export interface SealedPart {
  readonly pageLoadId: string;
  readonly from: number;
  readonly end: number;
  /** Entries in each of the chunks. */
  readonly counts: readonly number[];
  /** What `encodeEntries` made of the entries, gzip-compressed. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Tables whose key begins with the page load that a row belongs to: they go with it. */
export const TABLES_OF_PAGE_LOAD = ['chunks', 'sealed', 'requests'] as const;

/** The tables; `chunks` is keyed `[pageLoadId, n]`, so that a replayed chunk is the same write. */
export interface VitalogSchema extends DBSchema {
  pageLoads: {
    key: string;
    value: StoredPageLoad;
    indexes: {
      bySession: [sessionId: string, timeOrigin: number];
      byTimeOrigin: number;
      byOrigin: string;
      byTop: string;
      byLastUse: number;
      bySealState: string;
      /** Deleted ones only: null is no key. */
      byDeletion: number;
    };
  };
  chunks: { key: [pageLoadId: string, n: number]; value: ChunkRecord };
  /** Keyed by the end of a part, so that the part which holds chunk n is the first one after it. */
  sealed: { key: [pageLoadId: string, end: number]; value: SealedPart };
  requests: { key: [pageLoadId: string, logId: string, n: number]; value: RequestBatch };
  history: {
    key: string;
    value: HistoryRecord;
    indexes: { byOrigin: [origin: string, timeOrigin: number]; byTimeOrigin: number; byDeletion: number };
  };
  /** Sessions that the user pinned. */
  pins: { key: string; value: { readonly sessionId: string } };
  /** One row, `ACCOUNT_KEY`. */
  account: { key: string; value: CacheAccount };
  meta: { key: string; value: { readonly key: string; readonly value: string } };
}

export const ACCOUNT_KEY = 'account';
