import type { Page } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';
import { readStore } from '../../../src/cli/browser/read-store.ts';
import type { PageLoadRecord } from '../../../src/model/page-load.ts';

/** What the store holds of a known page's document. */
export interface StoredLoad {
  readonly pageLoad: PageLoadRecord;
  /** Entries in its chunks, of any type. */
  readonly entries: number;
  /** Numbers of its known entries, as often as each is stored. */
  readonly known: readonly number[];
}

/**
 * Reads the page loads whose URL starts so. Counted where the store is, since whole snapshots of large runs are slow to read, but for
 * sealed ones, which are small; without `chunks` these are left alone, and nothing is known but the records.
 */
export async function readLoads(extensionPage: Page, urlStart: string, chunks = true): Promise<readonly StoredLoad[]> {
  const loads = await readRaw(extensionPage, urlStart, chunks);
  if (!chunks || loads.every(({ pageLoad }) => pageLoad.sealedChunks === 0)) return loads;
  const snapshots = new Map((await readStore(extensionPage)).map((stored) => [stored.pageLoad.pageLoadId, stored]));
  return loads.map((load) => {
    const snapshot = load.pageLoad.sealedChunks === 0 ? undefined : snapshots.get(load.pageLoad.pageLoadId);
    return snapshot ? { pageLoad: snapshot.pageLoad, ...counted(snapshot.entries) } : load;
  });
}

function counted(entries: readonly { readonly name: string }[]): Pick<StoredLoad, 'entries' | 'known'> {
  const known = entries.filter(({ name }) => name.startsWith('known-'));
  return { entries: entries.length, known: known.map(({ name }) => Number(name.slice('known-'.length))) };
}

async function readRaw(extensionPage: Page, urlStart: string, chunks: boolean): Promise<readonly StoredLoad[]> {
  const text = await extensionPage.evaluate(
    async (start, withChunks) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const databases = await indexedDB.databases();
      if (!databases.some(({ name }) => name === 'vitalog')) return '[]';
      const database = await settled(indexedDB.open('vitalog'));
      try {
        const tables = database.transaction(['pageLoads', 'chunks']);
        const all: { readonly pageLoadId: string; readonly url: string }[] = await settled(
          tables.objectStore('pageLoads').getAll(),
        );
        const loads = all
          .filter(({ url }) => url.startsWith(start))
          .map(async (pageLoad) => {
            const range = IDBKeyRange.bound([pageLoad.pageLoadId], [pageLoad.pageLoadId, []]);
            const table = tables.objectStore('chunks');
            const chunks: { readonly entries: string }[] = withChunks ? await settled(table.getAll(range)) : [];
            const known: number[] = [];
            let entries = 0;
            for (const chunk of chunks) {
              for (const { name } of JSON.parse(chunk.entries) as { readonly name: string }[]) {
                entries += 1;
                if (name.startsWith('known-')) known.push(Number(name.slice('known-'.length)));
              }
            }
            return { pageLoad, entries, known };
          });
        return JSON.stringify(await Promise.all(loads));
      } finally {
        database.close();
      }
    },
    urlStart,
    chunks,
  );
  return JSON.parse(text) as readonly StoredLoad[];
}

/** What became of the known entries of some page loads. */
export interface Tally {
  readonly made: number;
  readonly stored: number;
  /** Left out by a cap, at exit or by the guard, or lost with the database, as the ledgers tell. */
  readonly declared: number;
  readonly duplicates: number;
  /** Entries that no ledger accounts for, or that a ledger counts as stored and that are not there: 0 when all ledgers close. */
  readonly unaccounted: number;
}

/** Counts `made` known entries against the page loads that they were made in. */
export function tally(loads: readonly StoredLoad[], made: number): Tally {
  const sum = (of: (load: StoredLoad) => number) => loads.reduce((total, load) => total + of(load), 0);
  const stored = sum(({ known }) => new Set(known).size);
  const declaredIn = ({ pageLoad: { ledger } }: StoredLoad) =>
    ledger.dropped.caps + (ledger.dropped.exit ?? 0) + (ledger.dropped.store ?? 0) + ledger.rejected;
  return {
    made,
    stored,
    declared: sum(declaredIn),
    duplicates: sum(({ known }) => known.length) - stored,
    unaccounted: sum((load) => {
      const { ledger } = load.pageLoad;
      return Math.abs(ledger.made - ledger.stored - declaredIn(load)) + Math.abs(ledger.stored - load.entries);
    }),
  };
}

/** The tally as soon as all that was made is stored or declared and every ledger closes; what it is then, if that never comes. */
export async function settledTally(
  extensionPage: Page,
  urlStart: string,
  made: number,
  within = 30_000,
): Promise<Tally> {
  const end = performance.now() + within;
  return poll(
    async () => {
      const now = tally(await readLoads(extensionPage, urlStart), made);
      const settled = now.stored + now.declared >= made && now.unaccounted === 0;
      return settled || performance.now() > end ? now : null;
    },
    { every: 200, timeout: within + 10_000, onTimeout: () => new Error('The store could not be read.') },
  );
}

/** Known entries of `before` that are no longer in `after`, which was read later. */
export function lostSince(before: readonly StoredLoad[], after: readonly StoredLoad[]): number {
  const later = new Map(after.map(({ pageLoad, known }) => [pageLoad.pageLoadId, new Set(known)]));
  return before.reduce(
    (lost, { pageLoad, known }) => lost + known.filter((n) => !later.get(pageLoad.pageLoadId)?.has(n)).length,
    0,
  );
}
