import { forgetOrigin } from './forget.ts';
import { openPageLoads } from './open-page-loads.ts';
import { readDocuments } from './page-documents.ts';
import type { PageLoadStore, StoreConditions } from './page-load-store.ts';
import { countPageLoads, openReader } from './reader.ts';
import type { StoredPageLoad } from './schema.ts';
import { commit } from './writer.ts';

/** The page loads in IndexedDB. `conditions` are asked at each decision. */
export function createDiskStore(conditions: () => StoreConditions): PageLoadStore {
  return {
    ...openReader(),
    commit(decisions) {
      const decides = [...decisions].map(
        ([id, decide]) => [id, (stored: StoredPageLoad | undefined) => decide(stored, conditions())] as const,
      );
      return commit(new Map(decides));
    },
    readDocuments,
    openPageLoads,
    forgetOrigin,
    countPageLoads,
  };
}
