import type { PageLoadRecord } from '../model/page-load.ts';
import { withDatabase } from './database.ts';

/** The record of a page load and those of the documents in its frames; null when it is not there (any more). */
export function readDocuments(
  pageLoadId: string,
): Promise<{ readonly pageLoad: PageLoadRecord; readonly frames: readonly PageLoadRecord[] } | null> {
  return withDatabase(async (database) => {
    const records = await database.getAllFromIndex('pageLoads', 'byTop', pageLoadId);
    const there = records.filter(({ deletedAt }) => deletedAt === null);
    const pageLoad = there.find((record) => record.pageLoadId === pageLoadId);
    return pageLoad ? { pageLoad, frames: there.filter((record) => record !== pageLoad) } : null;
  });
}
