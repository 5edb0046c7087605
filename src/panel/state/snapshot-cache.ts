import type { EntryRecord } from '../../model/entries.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { EntryPage } from '../../store/reader.ts';
import type { SessionSource } from '../session-source.ts';

/** Entries that stay in memory, decoded: some 30 MB. */
const MAX_ENTRIES = 30_000;

/** How often the store need not be read. */
export interface SnapshotCacheStatistics {
  readonly hits: number;
  readonly misses: number;
  /** Share of hits, 0 to 1; null while nothing was asked for. */
  readonly hitRate: number | null;
  readonly evictions: number;
  readonly pageLoads: number;
  readonly entries: number;
}

/** The decoded entries of the page loads that were asked for last. */
export interface SnapshotCache {
  /** All entries of a page load as of its revision, and the chunk that comes next. */
  read(pageLoad: PageLoadRecord): Promise<EntryPage>;
  statistics(): SnapshotCacheStatistics;
}

interface Slot extends EntryPage {
  readonly revision: number;
}

/**
 * A page load of a revision that is in memory is a hit. Entries only ever grow in number, so of a later revision the new ones alone are
 * read. The page load that was not asked for the longest goes first; one beyond `maxEntries` is not kept.
 */
export function createSnapshotCache(
  source: Pick<SessionSource, 'readEntries'>,
  maxEntries: number = MAX_ENTRIES,
): SnapshotCache {
  const slots = new Map<string, Slot>();
  const counts = { hits: 0, misses: 0, evictions: 0 };

  function entriesHeld(): number {
    return [...slots.values()].reduce((sum, { entries }) => sum + entries.length, 0);
  }

  function keep(pageLoadId: string, slot: Slot): void {
    slots.delete(pageLoadId);
    slots.set(pageLoadId, slot);
    for (const oldest of slots.keys()) {
      if (entriesHeld() <= maxEntries) return;
      slots.delete(oldest);
      counts.evictions += 1;
    }
  }

  return {
    async read({ pageLoadId, revision }) {
      const known = slots.get(pageLoadId);
      if (known?.revision === revision) {
        counts.hits += 1;
        keep(pageLoadId, known);
        return known;
      }
      counts.misses += 1;
      const page = await source.readEntries(pageLoadId, known?.nextChunk);
      const entries: readonly EntryRecord[] = known ? [...known.entries, ...page.entries] : page.entries;
      const slot = { entries, nextChunk: page.nextChunk, revision };
      keep(pageLoadId, slot);
      return slot;
    },
    statistics() {
      const asked = counts.hits + counts.misses;
      const hitRate = asked === 0 ? null : counts.hits / asked;
      return { ...counts, hitRate, pageLoads: slots.size, entries: entriesHeld() };
    },
  };
}
