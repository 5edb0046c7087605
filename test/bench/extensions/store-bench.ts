// Runs in a page of an extension: the store's own code beside the bare minimum that any code would have to do, in the same browser.
import { type ChunkRecord, newCacheFacts } from '../../../src/model/page-load.ts';
import { gunzip, gzip } from '../../../src/store/codec/gzip.ts';
import { withDatabase } from '../../../src/store/database.ts';
import { listAllPageLoads } from '../../../src/store/overview.ts';
import { readEntries } from '../../../src/store/read-entries.ts';
import { sealPageLoad } from '../../../src/store/seal.ts';
import { commit, type Decide } from '../../../src/store/writer.ts';
import { pageLoadRecord, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { resourceWaterfall } from '../../fixtures/builders/resource-waterfall.ts';

/** Resource entries that fit into a chunk of 64 KiB, as the rows that a page sends. */
const PER_CHUNK = 190;
/** Chunks that are in flight together, and so come into one transaction. */
const PER_COMMIT = 32;
const DURABLE = { durability: 'strict' } as const;

/** Milliseconds of each way to do the same. */
type Timings = Readonly<Record<string, number>>;

let turn = 0;

const storeBench = {
  /** Takes `count` resource entries in, as chunks: through the writer, and as raw puts of the same chunks in transactions of as many. */
  async chunks(count: number): Promise<Timings> {
    const id = crypto.randomUUID();
    const chunks = chunksOf(id, resourceWaterfall(count));
    const raw = await openRaw();
    const ways = {
      through: async () => {
        for (const group of groupsOf(chunks, PER_COMMIT)) await commit(new Map([[id, adds(id, group)]]));
      },
      rawChunks: async () => {
        for (const group of groupsOf(chunks, PER_COMMIT)) await put(raw, 'chunks', group);
      },
    };
    // By turns first: what one way leaves to the disk is done while the next one runs.
    turn += 1;
    const figures: Record<string, number> = {};
    for (const way of turn % 2 === 0 ? (['through', 'rawChunks'] as const) : (['rawChunks', 'through'] as const))
      figures[way] = await timed(ways[way]);
    raw.close();
    return figures;
  },

  /**
   * Takes `count` resource entries in as a record an entry, in transactions of as many entries as `chunks` has: keyed like
   * chunks, so that one that comes again is the same; and bare, which can tell neither that nor whose they are.
   */
  async entries(count: number): Promise<Timings> {
    const pageLoadId = crypto.randomUUID();
    const entries = resourceWaterfall(count);
    const raw = await openRaw();
    const records = entries.map((entry, n) => ({ ...entry, pageLoadId, n }));
    const keyedEntries = await timed(async () => {
      for (const group of groupsOf(records, PER_COMMIT * PER_CHUNK)) await put(raw, 'keyedEntries', group);
    });
    const rawEntries = await timed(async () => {
      for (const group of groupsOf(entries, PER_COMMIT * PER_CHUNK)) await put(raw, 'entries', group);
    });
    raw.close();
    return { keyedEntries, rawEntries };
  },

  /** Seals a page load of `count` resource entries and opens it, beside JSON that is only gunzipped and parsed. */
  async sealed(count: number): Promise<Timings> {
    const id = crypto.randomUUID();
    const entries = resourceWaterfall(count);
    const chunks = chunksOf(id, entries);
    const json = JSON.stringify(entries);
    const rawBytes = chunks.reduce((sum, chunk) => sum + chunk.entries.length, 0);
    const facts = {
      documentId: id,
      nonce: id,
      chunks: chunks.length,
      bytes: { raw: rawBytes, stored: rawBytes, counted: true },
    };
    const record = { ...pageLoadRecord({ pageLoadId: id }), ...facts };
    await commit(new Map([[id, () => ({ record, chunks })]]));
    let longestSlice = 0;
    let start = performance.now();
    const slice = async () => {
      longestSlice = Math.max(longestSlice, performance.now() - start);
      start = performance.now();
    };
    const nothing = { extend: () => {}, result: () => ({ metrics: [], totals: [] }) };
    const heart = watchBlocking();
    const seal = await timed(() => sealPageLoad(id, nothing, slice));
    const longestBlock = heart.stop();
    const parts = await withDatabase((database) =>
      database.getAll('sealed', IDBKeyRange.bound([id, 0], [id, Infinity])),
    );
    const bytes = parts.reduce((sum, { data }) => sum + data.byteLength, 0);
    const packed = await gzip(new TextEncoder().encode(json));
    let read = 0;
    let parsed = 0;
    const open = await median(async () => {
      read = (await readEntries(id)).entries.length;
    });
    const parse = await median(async () => {
      parsed = JSON.parse(new TextDecoder().decode(await gunzip(packed))).length;
    });
    return {
      ...{ open, parse, seal, longestSlice, longestBlock, read, parsed },
      sealedBytes: bytes / count,
      jsonBytes: json.length / count,
      gzippedJsonBytes: packed.byteLength / count,
    };
  },

  /** Lists `count` page loads, beside a bare `getAll` of the same records. */
  async list(count: number): Promise<Timings> {
    const vitals = (['LCP', 'CLS', 'INP', 'FCP', 'TTFB'] as const).map((name) => vitalRecord({ name }));
    for (let i = 0; i < count; i += 200) {
      const ids = Array.from({ length: 200 }, () => crypto.randomUUID());
      const records = ids.map((pageLoadId) => {
        const record = { ...pageLoadRecord({ pageLoadId, vitals }), ...newCacheFacts(1) };
        return [pageLoadId, () => ({ record: { ...record, documentId: pageLoadId, nonce: 'n' }, chunks: [] })] as const;
      });
      await commit(new Map(records));
    }
    let listed = 0;
    const list = await median(async () => {
      listed = (await listAllPageLoads()).length;
    });
    const getAll = await median(() => withDatabase((database) => database.getAll('pageLoads')));
    return { list, getAll, listed };
  },
};

Object.assign(globalThis, { storeBench });

/** What the ingest does with a page load's chunks: its record is counted on. */
function adds(pageLoadId: string, chunks: readonly ChunkRecord[]): Decide {
  const length = chunks.reduce((sum, chunk) => sum + chunk.entries.length, 0);
  return (stored) => {
    const record = stored ?? { ...pageLoadRecord({ pageLoadId }), documentId: pageLoadId, nonce: pageLoadId };
    const bytes = { ...record.bytes, raw: record.bytes.raw + length, stored: record.bytes.stored + length };
    return { record: { ...record, chunks: record.chunks + chunks.length, bytes }, chunks };
  };
}

function chunksOf(pageLoadId: string, entries: readonly unknown[]) {
  return groupsOf(entries, PER_CHUNK).map((group, n) => {
    return { pageLoadId, n, from: n * PER_CHUNK, count: group.length, entries: JSON.stringify(group) };
  });
}

function groupsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function openRaw(): Promise<IDBDatabase> {
  const opening = indexedDB.open(`raw-${crypto.randomUUID()}`, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('chunks', { keyPath: ['pageLoadId', 'n'] });
    opening.result.createObjectStore('keyedEntries', { keyPath: ['pageLoadId', 'n'] });
    opening.result.createObjectStore('entries', { autoIncrement: true });
  };
  return new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

function put(database: IDBDatabase, table: string, rows: readonly unknown[]): Promise<void> {
  const transaction = database.transaction(table, 'readwrite', DURABLE);
  for (const row of rows) transaction.objectStore(table).put(row);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Finds the longest time for which nothing else could run; what a slice awaits (compression, the disk) is none. */
function watchBlocking(): { stop(): number } {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return {
    stop() {
      port1.close();
      return longest;
    },
  };
}

/** Of five times. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push(await timed(work));
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
}
