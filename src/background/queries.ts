import type { EntriesAnswer, StoreQuery } from '../channel/messages.ts';
import type { PageLoadStore } from '../store/page-load-store.ts';

/** Entries of one answer: some 5 MB, where a port takes 64 MiB. */
const ENTRIES_PER_ANSWER = 20_000;

/** Reads for a page that cannot read the database itself. */
export async function answerQuery(store: PageLoadStore, query: StoreQuery): Promise<unknown> {
  switch (query.what) {
    case 'page-loads':
      return store.listPageLoads(query.sessionId);
    case 'page-load':
      return store.getPageLoad(query.pageLoadId);
    case 'entries': {
      const { entries, nextChunk } = await store.readEntries(query.pageLoadId, query.fromChunk);
      const end = query.skip + ENTRIES_PER_ANSWER;
      const more = entries.length > end;
      return { entries: entries.slice(query.skip, end), nextChunk, more } satisfies EntriesAnswer;
    }
    case 'count':
      return store.countPageLoads(query.origin);
  }
}
