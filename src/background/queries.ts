import type { EntriesAnswer, StoreQuery } from '../channel/panel-messages.ts';
import type { PageLoadStore } from '../store/page-load-store.ts';

/** Entries of one answer: some 5 MB, where a port takes 64 MiB. */
const ENTRIES_PER_ANSWER = 20_000;

/** What queries are put to. */
type Store = Pick<PageLoadStore, 'listPageLoads' | 'getPageLoad' | 'readEntries' | 'countPageLoads'>;

/** Reads for a page that cannot read the database itself; a page load is in one of the stores, a tab's session too. */
export async function answerQuery(stores: readonly Store[], query: StoreQuery): Promise<unknown> {
  switch (query.what) {
    case 'page-loads':
      return (await Promise.all(stores.map((store) => store.listPageLoads(query.sessionId)))).flat();
    case 'page-load':
      return (await storeOf(query.pageLoadId, stores))?.getPageLoad(query.pageLoadId);
    case 'entries': {
      const store = await storeOf(query.pageLoadId, stores);
      if (!store) return { entries: [], nextChunk: query.fromChunk, more: false } satisfies EntriesAnswer;
      const { entries, nextChunk } = await store.readEntries(query.pageLoadId, query.fromChunk);
      const end = query.skip + ENTRIES_PER_ANSWER;
      const more = entries.length > end;
      return { entries: entries.slice(query.skip, end), nextChunk, more } satisfies EntriesAnswer;
    }
    case 'count': {
      const counts = await Promise.all(stores.map((store) => store.countPageLoads(query.origin)));
      return counts.reduce((sum, count) => sum + count, 0);
    }
  }
}

async function storeOf(pageLoadId: string, stores: readonly Store[]): Promise<Store | undefined> {
  for (const store of stores) if (await store.getPageLoad(pageLoadId)) return store;
  return undefined;
}
