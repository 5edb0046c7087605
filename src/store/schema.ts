import type { DBSchema } from 'idb';
import type { ChunkRecord, PageLoadRecord } from '../model/page-load.ts';

export const DATABASE_NAME = 'vitalog';

/**
 * Version of the database. History:
 * 1. pageLoads, chunks, meta.
 * 2. pageLoads by origin, and by the page load they are frames of, to forget a site.
 */
export const DATABASE_VERSION = 2;

/** A page load with what only the ingest needs: the document it is bound to, and the word that opens its outbox. */
export interface StoredPageLoad extends PageLoadRecord {
  readonly documentId: string;
  readonly nonce: string;
}

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
    };
  };
  chunks: { key: [pageLoadId: string, n: number]; value: ChunkRecord };
  meta: { key: string; value: { readonly key: string; readonly value: string } };
}
