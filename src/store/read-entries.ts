import type { EntryRecord } from '../model/entries.ts';
import { decodeEntries } from './codec/entry-columns.ts';
import { gunzip } from './codec/gzip.ts';
import { withDatabase } from './database.ts';
import type { SealedPart } from './schema.ts';

/** A page of chunks at a time, so that a long read leaves room for the writer's transactions. */
const CHUNKS_PER_READ = 50;

/** Entries of a page load from some chunk on, and the chunk to ask for next time. */
export interface EntryPage {
  readonly entries: readonly EntryRecord[];
  readonly nextChunk: number;
}

/** All entries from a chunk on, in the order they were made, whether they are sealed or not. */
export async function readEntries(pageLoadId: string, fromChunk = 0): Promise<EntryPage> {
  const entries: EntryRecord[] = [];
  let nextChunk = fromChunk;
  for await (const page of entryPages(pageLoadId, fromChunk)) {
    for (const entry of page.entries) entries.push(entry);
    nextChunk = page.nextChunk;
  }
  return { entries, nextChunk };
}

/** The same page by page, each read in a short transaction of its own. */
export async function* entryPages(pageLoadId: string, fromChunk: number): AsyncGenerator<EntryPage> {
  let nextChunk = fromChunk;
  for (;;) {
    const { part, chunks } = await readRows(pageLoadId, nextChunk);
    if (part) {
      yield { entries: await entriesFrom(part, nextChunk), nextChunk: part.end };
      nextChunk = part.end;
      continue;
    }
    const last = chunks.at(-1);
    if (!last) return;
    nextChunk = last.n + 1;
    yield { entries: chunks.flatMap(({ entries }) => JSON.parse(entries) as EntryRecord[]), nextChunk };
    if (chunks.length < CHUNKS_PER_READ) return;
  }
}

/** The sealed part that holds a chunk, or else the chunks from it on; in one transaction, since sealing may come in between. */
function readRows(pageLoadId: string, fromChunk: number) {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['sealed', 'chunks'], 'readonly');
    const after = [pageLoadId, Number.POSITIVE_INFINITY];
    const sealed = IDBKeyRange.bound([pageLoadId, fromChunk], after, true);
    const [part] = await transaction.objectStore('sealed').getAll(sealed, 1);
    if (part) return { part, chunks: [] };
    const raw = IDBKeyRange.bound([pageLoadId, fromChunk], after);
    return { part: null, chunks: await transaction.objectStore('chunks').getAll(raw, CHUNKS_PER_READ) };
  });
}

/** Who has read some of the chunks before they were sealed asks from the middle of a part on. */
async function entriesFrom(part: SealedPart, fromChunk: number): Promise<readonly EntryRecord[]> {
  const entries = decodeEntries(await gunzip(part.data));
  // A part that a damaged disk took away leaves a gap before the next one.
  const before = part.counts.slice(0, Math.max(0, fromChunk - part.from));
  return before.length === 0 ? entries : entries.slice(before.reduce((sum, count) => sum + count, 0));
}
