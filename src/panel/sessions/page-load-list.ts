import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { factsOfHistory, factsOfRecord, type PageLoadFacts } from '../../analysis/history/page-load-facts.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import { isUnavailable } from '../../store/reader.ts';
import type { SessionSource, StorageSource } from '../session-source.ts';

/** Records read at once: more would keep the panel busy for longer than a frame or two. */
const BATCH = 50;

/** All page loads that can be listed, of any session, without reading an entry. */
export interface PageLoadList {
  /** The newest first; those of the session that is shown as of its last notice. */
  readonly loads: ReadonlySignal<readonly PageLoadFacts[]>;
  /** Ids of the pinned sessions. */
  readonly pins: ReadonlySignal<ReadonlySet<string>>;
  /** Whether more is being read. */
  readonly isReading: ReadonlySignal<boolean>;
  /** Why the store could not be listed; null when it could. */
  readonly failure: ReadonlySignal<string | null>;
  /** Reads what is stored by now, little by little, and shows each part at once. */
  refresh(): Promise<void>;
}

/** `own` are the records of the session that is shown. Without a store behind the source they are all there is. */
export function createPageLoadList(
  source: SessionSource,
  own: ReadonlySignal<readonly PageLoadRecord[]>,
): PageLoadList {
  const stored = signal<ReadonlyMap<string, PageLoadFacts>>(new Map());
  const pins = signal<ReadonlySet<string>>(new Set());
  const failure = signal<string | null>(null);
  const running = signal(0);
  const loads = computed(() => {
    const all = new Map(stored.value);
    for (const record of own.value) if (record.frameId === 0) all.set(record.pageLoadId, factsOf(record));
    return [...all.values()].sort((a, b) => b.timeOrigin - a.timeOrigin);
  });

  async function read(storage: StorageSource, isLatest: () => boolean): Promise<void> {
    const keys = await storage.listPageLoadKeys();
    if (!isLatest()) return;
    const there = new Set([...keys.pageLoads, ...keys.history]);
    pins.value = new Set(keys.pins);
    stored.value = new Map([...stored.value].filter(([id]) => there.has(id)));
    const parts: readonly (readonly [
      readonly string[],
      (ids: readonly string[]) => Promise<readonly PageLoadFacts[]>,
    ])[] = [
      [keys.pageLoads, async (ids) => (await source.getPageLoads(ids)).filter(isTop).map(factsOf)],
      [keys.history, async (ids) => (await storage.getHistory(ids)).map(factsOfHistory)],
    ];
    for (const [ids, readFacts] of parts) {
      for (let from = 0; from < ids.length; from += BATCH) {
        const facts = await readFacts(ids.slice(from, from + BATCH));
        if (!isLatest()) return;
        stored.value = new Map([...stored.value, ...facts.map((load) => [load.pageLoadId, load] as const)]);
        await nextTask();
      }
    }
  }

  let latest = 0;
  return {
    loads,
    pins,
    failure,
    isReading: computed(() => running.value > 0),
    async refresh() {
      const { storage } = source;
      if (!storage) return;
      latest += 1;
      const turn = latest;
      running.value += 1;
      try {
        await read(storage, () => turn === latest);
        failure.value = null;
      } catch (error) {
        // Without a database there is nothing but what is shown, and a notice says why.
        failure.value = isUnavailable(error) ? null : error instanceof Error ? error.message : String(error);
      } finally {
        running.value -= 1;
      }
    },
  };
}

const known = new WeakMap<PageLoadRecord, PageLoadFacts>();

/** A record never changes; a notice brings another. */
function factsOf(record: PageLoadRecord): PageLoadFacts {
  const facts = known.get(record) ?? factsOfRecord(record);
  known.set(record, facts);
  return facts;
}

function isTop({ frameId }: PageLoadRecord): boolean {
  return frameId === 0;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
