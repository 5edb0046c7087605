import type { EntryRecord } from '../model/entries.ts';
import type { ChunkRecord } from '../model/page-load.ts';
import { documentsOf } from './page-documents.ts';
import type { PageLoadStore, StoreConditions } from './page-load-store.ts';
import type { StoredPageLoad } from './schema.ts';

/** Characters of entries that are kept while there is no database: a hundred ordinary page loads, and a tenth of a worker's heap. */
const MAX_CHARACTERS = 32 * 1024 * 1024;
/** Page loads that are kept, however little they hold. */
const MAX_PAGE_LOADS = 500;

/** A page load as it is kept in memory. */
export interface KeptPageLoad {
  readonly record: StoredPageLoad;
  readonly chunks: readonly ChunkRecord[];
}

/** Page loads in memory, behind the contract of those on disk. Gone with the worker. */
export interface MemoryStore extends PageLoadStore {
  all(): readonly KeptPageLoad[];
  get(pageLoadId: string): StoredPageLoad | undefined;
  put(kept: KeptPageLoad): void;
  remove(pageLoadIds: readonly string[]): void;
}

/** `conditions` are those that decisions are made under. Beyond its limits the longest unchanged page loads go. */
export function createMemoryStore(conditions: StoreConditions, maxCharacters = MAX_CHARACTERS): MemoryStore {
  /** In the order of their last change. */
  const kept = new Map<string, KeptPageLoad>();
  let characters = 0;

  function remove(pageLoadId: string): void {
    characters -= sizeOf(kept.get(pageLoadId)?.chunks ?? []);
    kept.delete(pageLoadId);
  }

  function put(next: KeptPageLoad): void {
    remove(next.record.pageLoadId);
    kept.set(next.record.pageLoadId, next);
    characters += sizeOf(next.chunks);
  }

  function makeRoom(): void {
    for (const pageLoadId of kept.keys()) {
      if (characters <= maxCharacters && kept.size <= MAX_PAGE_LOADS) return;
      if (kept.size > 1) remove(pageLoadId);
    }
    const [last] = kept.values();
    if (last && characters > maxCharacters) put(withoutOldest(last, characters - maxCharacters));
  }

  return {
    all: () => [...kept.values()],
    get: (pageLoadId) => kept.get(pageLoadId)?.record,
    put,
    remove: (pageLoadIds) => pageLoadIds.forEach(remove),
    async commit(decisions) {
      for (const [pageLoadId, decide] of decisions) {
        const before = kept.get(pageLoadId);
        const change = decide(before?.record, conditions);
        if (change) put({ record: change.record, chunks: [...(before?.chunks ?? []), ...change.chunks] });
      }
      makeRoom();
    },
    async listPageLoads(sessionId) {
      const records = [...kept.values()].map(({ record }) => record).filter((record) => record.sessionId === sessionId);
      return records.sort((a, b) => a.timeOrigin - b.timeOrigin);
    },
    getPageLoad: async (pageLoadId) => kept.get(pageLoadId)?.record,
    async readEntries(pageLoadId, fromChunk = 0) {
      const chunks = (kept.get(pageLoadId)?.chunks ?? []).filter(({ n }) => n >= fromChunk);
      const entries = chunks.flatMap((chunk) => JSON.parse(chunk.entries) as EntryRecord[]);
      return { entries, nextChunk: (chunks.at(-1)?.n ?? fromChunk - 1) + 1 };
    },
    readDocuments: async (pageLoadId) =>
      documentsOf(
        pageLoadId,
        [...kept.values()].map(({ record }) => record),
      ),
    async openPageLoads(belongs) {
      const open = [...kept.values()].filter(({ record }) => record.state === 'open' && belongs(record));
      return open.map(({ record }) => record.pageLoadId);
    },
    async forgetOrigin(origin) {
      const records = [...kept.values()].map(({ record }) => record);
      const own = new Set(records.filter((record) => record.origin === origin).map(({ pageLoadId }) => pageLoadId));
      for (const { pageLoadId, topPageLoadId } of records)
        if (own.has(pageLoadId) || own.has(topPageLoadId)) remove(pageLoadId);
      return own.size;
    },
    countPageLoads: async (origin) => [...kept.values()].filter(({ record }) => record.origin === origin).length,
  };
}

/** A page load that is too large by itself loses its oldest chunks; its ledger says so. */
function withoutOldest({ record, chunks }: KeptPageLoad, excess: number): KeptPageLoad {
  let gone = 0;
  let entries = 0;
  let i = 0;
  for (; i < chunks.length && gone < excess; i++) {
    const text = chunks[i]?.entries ?? '[]';
    gone += text.length;
    entries += (JSON.parse(text) as unknown[]).length;
  }
  const { ledger } = record;
  const dropped = { ...ledger.dropped, store: (ledger.dropped.store ?? 0) + entries };
  return {
    record: {
      ...record,
      ledger: { ...ledger, stored: ledger.stored - entries, dropped },
      revision: record.revision + 1,
    },
    chunks: chunks.slice(i),
  };
}

function sizeOf(chunks: readonly ChunkRecord[]): number {
  return chunks.reduce((sum, { entries }) => sum + entries.length, 0);
}
