import type { EntryRecord } from '../model/entries.ts';
import type { EntryBytes } from '../model/page-load.ts';
import type { PageLoadSummary } from '../model/page-load-summary.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import { addToAccount } from './account.ts';
import { encodeEntries } from './codec/entry-columns.ts';
import { gzip } from './codec/gzip.ts';
import { withDatabase } from './database.ts';
import { historyOf } from './history-record.ts';
import { entryPages } from './read-entries.ts';
import type { SealedPart, StoredPageLoad } from './schema.ts';

/** JSON of one slice: some 2,500 requests, which take 40 ms to encode on a small machine. */
const SLICE_BYTES = 2 * 1024 * 1024;
/** Chunks of one slice; most are small, since a chunk waits no longer than 250 ms. */
const SLICE_CHUNKS = 200;

/** A chunk as it is sealed. */
interface ReadChunk {
  readonly n: number;
  /** Of its entries as they were stored. */
  readonly bytes: number;
  readonly entries: readonly EntryRecord[];
}

/** Sums up the entries of a page load, which come in order and in parts. */
export interface Summarizer {
  extend(entries: readonly EntryRecord[]): void;
  result(record: StoredPageLoad): PageLoadSummary;
}

/** Ids of page loads that have ended, were not written to since a moment, and are not sealed. */
export async function unsealedPageLoads(quietSince: EpochMilliseconds): Promise<readonly string[]> {
  const records = await withDatabase((database) => {
    const transaction = database.transaction('pageLoads', 'readonly');
    const byState = transaction.store.index('bySealState');
    return Promise.all([byState.getAll('raw'), byState.getAll('partly')]);
  });
  const isDue = ({ state, updatedAt }: StoredPageLoad) => state !== 'open' && updatedAt <= quietSince;
  return records
    .flat()
    .filter(isDue)
    .map(({ pageLoadId }) => pageLoadId);
}

/**
 * Compresses the chunks of a page load, slice by slice, then stores what they come to. Each slice is one transaction that puts a
 * sealed part in the place of its chunks, so whenever the worker dies nothing is lost, and the next time goes on from there.
 * `pause` is awaited between slices. Resolves with false when the page load changed or went away meanwhile.
 */
export async function sealPageLoad(
  pageLoadId: string,
  summarizer: Summarizer,
  pause: () => Promise<void>,
): Promise<boolean> {
  const start = await withDatabase((database) => database.get('pageLoads', pageLoadId));
  if (!start || start.state === 'open') return false;
  const typeCounts = new Map<string, number>();
  const take = async (entries: readonly EntryRecord[]) => {
    for (const { entryType } of entries) typeCounts.set(entryType, (typeCounts.get(entryType) ?? 0) + 1);
    summarizer.extend(entries);
    await pause();
  };
  if (start.sealedChunks > 0) {
    for await (const { entries, nextChunk } of entryPages(pageLoadId, 0)) {
      if (nextChunk > start.sealedChunks) break;
      await take(entries);
    }
  }
  for (let from = start.sealedChunks; from < start.chunks; ) {
    const chunks = await readSlice(pageLoadId, from);
    // Taken away by a damaged disk; or deleted, which shows at the summary.
    if (chunks.length === 0) break;
    const entries = chunks.flatMap((chunk) => chunk.entries);
    const data = await gzip(encodeEntries(entries));
    const end = (chunks.at(-1)?.n ?? from - 1) + 1;
    // Chunks that went with a database that was lost leave a gap in the numbers.
    const counts = Array.from({ length: end - from }, () => 0);
    for (const chunk of chunks) counts[chunk.n - from] = chunk.entries.length;
    const part = { pageLoadId, from, end, counts, data };
    if (!(await swap(part, chunks))) return false;
    from = end;
    await take(entries);
  }
  return storeSummary(start, { summary: summarizer.result(start), entryCounts: Object.fromEntries(typeCounts) });
}

/** One by one: the next slices need not be read with this one, and between two there is room for other work. */
function readSlice(pageLoadId: string, from: number): Promise<readonly ReadChunk[]> {
  const range = IDBKeyRange.bound([pageLoadId, from], [pageLoadId, Number.POSITIVE_INFINITY]);
  return withDatabase(async (database) => {
    const slice: ReadChunk[] = [];
    let bytes = 0;
    let cursor = await database.transaction('chunks', 'readonly').store.openCursor(range);
    while (cursor && slice.length < SLICE_CHUNKS) {
      const { n, entries } = cursor.value;
      if (bytes > 0 && bytes + entries.length > SLICE_BYTES) break;
      slice.push({ n, bytes: entries.length, entries: JSON.parse(entries) as EntryRecord[] });
      bytes += entries.length;
      cursor = await cursor.continue();
    }
    return slice;
  });
}

/** Puts a part in the place of its chunks; false when they are not there any more, or not as they were. */
function swap(part: SealedPart, chunks: readonly ReadChunk[]): Promise<boolean> {
  const { pageLoadId, from, end } = part;
  return withDatabase(async (database) => {
    const transaction = database.transaction(['account', 'pageLoads', 'chunks', 'sealed'], 'readwrite', {
      durability: 'strict',
    });
    const pageLoads = transaction.objectStore('pageLoads');
    const work = async () => {
      const record = await pageLoads.get(pageLoadId);
      if (!record || record.sealedChunks !== from) return false;
      const bytes = bytesAfter(record, part, chunks);
      const account = {
        rawBytes: bytes.raw - record.bytes.raw,
        storedBytes: bytes.stored - record.bytes.stored,
      };
      await Promise.all([
        transaction.objectStore('sealed').put(part),
        transaction.objectStore('chunks').delete(IDBKeyRange.bound([pageLoadId, from], [pageLoadId, end], false, true)),
        pageLoads.put({ ...record, sealState: 'partly', sealedChunks: end, bytes }),
        addToAccount(transaction, account),
      ]);
      return true;
    };
    const [swapped] = await Promise.all([work(), transaction.done]);
    return swapped;
  });
}

function bytesAfter(
  { bytes, chunks: total }: StoredPageLoad,
  part: SealedPart,
  chunks: readonly ReadChunk[],
): EntryBytes {
  const raw = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  const stored = bytes.stored + part.data.byteLength;
  if (bytes.counted) return { ...bytes, stored: stored - raw };
  return { raw: bytes.raw + raw, stored, counted: part.end === total };
}

/** A page load that changed since its entries were read is summed up the next time. */
function storeSummary(start: StoredPageLoad, facts: Pick<StoredPageLoad, 'summary' | 'entryCounts'>): Promise<boolean> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['pageLoads', 'history'], 'readwrite', { durability: 'strict' });
    const work = async () => {
      const record = await transaction.objectStore('pageLoads').get(start.pageLoadId);
      if (record?.revision !== start.revision) return false;
      const sealed: StoredPageLoad = { ...record, ...facts, sealState: 'sealed' };
      await Promise.all([
        transaction.objectStore('pageLoads').put(sealed),
        sealed.frameId === 0 ? transaction.objectStore('history').put(historyOf(sealed)) : null,
      ]);
      return true;
    };
    const [stored] = await Promise.all([work(), transaction.done]);
    return stored;
  });
}
