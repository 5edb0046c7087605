import type { EntriesAnswer, StoreQuery } from '../channel/panel-messages.ts';
import type { EntryRecord } from '../model/entries.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { StoreState, StoreTrouble } from '../model/store-state.ts';
import {
  countPageLoads,
  type EntryPage,
  isUnavailable,
  openAhead,
  openReader,
  type StoreReader,
} from '../store/reader.ts';

/** While the store is in one of these troubles, what is true is in the background's memory. */
const IN_BACKGROUND: ReadonlySet<StoreTrouble> = new Set(['memory', 'limited']);

/** A reader that knows when to read through the background. */
export interface BackgroundReader extends Omit<StoreReader, 'getPageLoad'> {
  /** How many page loads of an origin are stored, frames of it in other sites included. */
  countPageLoads(origin: string): Promise<number>;
  /** Whether what is true is in the database, and not in the background's memory. */
  isDirect(): boolean;
  /** What is wrong with the store now. */
  follow(states: readonly StoreState[]): void;
}

/**
 * Reads from the database, and through the background where this page cannot open it (a private window in Firefox) or the log is
 * in the background's memory. `ask` puts a query to the background.
 */
export function createBackgroundReader(ask: (query: StoreQuery) => Promise<unknown>): BackgroundReader {
  const database = openReader();
  openAhead();
  let throughBackground = false;

  async function read<T>(direct: () => Promise<T>, asked: () => Promise<unknown>): Promise<T> {
    if (throughBackground) return (await asked()) as T;
    try {
      return await direct();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return (await asked()) as T;
    }
  }

  async function askForPageLoads(pageLoadIds: readonly string[]): Promise<readonly PageLoadRecord[]> {
    const answers = await Promise.all(pageLoadIds.map((pageLoadId) => ask({ what: 'page-load', pageLoadId })));
    return (answers as readonly (PageLoadRecord | null | undefined)[]).filter((record) => record != null);
  }

  async function askForEntries(pageLoadId: string, fromChunk: number): Promise<EntryPage> {
    const entries: EntryRecord[] = [];
    for (;;) {
      const query = { what: 'entries', pageLoadId, fromChunk, skip: entries.length } as const;
      const answer = (await ask(query)) as EntriesAnswer;
      for (const entry of answer.entries) entries.push(entry);
      if (!answer.more) return { entries, nextChunk: answer.nextChunk };
    }
  }

  return {
    isDirect: () => !throughBackground,
    follow(states) {
      throughBackground = states.some(({ kind }) => IN_BACKGROUND.has(kind));
    },
    listPageLoads: (sessionId) =>
      read<readonly PageLoadRecord[]>(
        () => database.listPageLoads(sessionId),
        () => ask({ what: 'page-loads', sessionId }),
      ),
    getPageLoads: (pageLoadIds) =>
      read<readonly PageLoadRecord[]>(
        () => database.getPageLoads(pageLoadIds),
        () => askForPageLoads(pageLoadIds),
      ),
    readEntries: (pageLoadId, fromChunk = 0) =>
      read<EntryPage>(
        () => database.readEntries(pageLoadId, fromChunk),
        () => askForEntries(pageLoadId, fromChunk),
      ),
    countPageLoads: (origin) =>
      read<number>(
        () => countPageLoads(origin),
        () => ask({ what: 'count', origin }),
      ),
  };
}
