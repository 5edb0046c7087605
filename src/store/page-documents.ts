import type { PageLoadRecord } from '../model/page-load.ts';
import { withDatabase } from './database.ts';

/** The record of a page load and those of the documents in its frames. */
export interface PageDocuments {
  readonly pageLoad: PageLoadRecord;
  readonly frames: readonly PageLoadRecord[];
}

/** Null when the page load is not there (any more). */
export async function readDocuments(pageLoadId: string): Promise<PageDocuments | null> {
  const records = await withDatabase((database) => database.getAllFromIndex('pageLoads', 'byTop', pageLoadId));
  return documentsOf(pageLoadId, records);
}

/** Those among the records whose page load it is. */
export function documentsOf(pageLoadId: string, records: readonly PageLoadRecord[]): PageDocuments | null {
  const there = records.filter(({ topPageLoadId, deletedAt }) => topPageLoadId === pageLoadId && deletedAt === null);
  const pageLoad = there.find((record) => record.pageLoadId === pageLoadId);
  return pageLoad ? { pageLoad, frames: there.filter((record) => record !== pageLoad) } : null;
}
