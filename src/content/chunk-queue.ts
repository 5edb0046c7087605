import { MAX_CHUNK_BYTES, MAX_CHUNK_ENTRIES, MAX_ENTRY_BYTES } from '../channel/limits.ts';
import type { ChunkMessage } from '../channel/messages.ts';
import type { EntryType } from '../model/entries.ts';

/**
 * What may wait for its acknowledgement, in characters and entries; over it the least telling entries go first. A page may make
 * 20,000 at once, beside the entries of its load.
 */
const MAX_QUEUE_CHARACTERS = 4 * 1024 * 1024;
const MAX_QUEUE_ENTRIES = 22_000;
/** Entry types (all sent as rows) that a full queue gives up: they come in thousands, and no metric hangs on a single one. */
const EXPENDABLE: readonly EntryType[] = ['resource', 'mark', 'measure', 'event'];

/** Sealed chunks from the oldest that is not acknowledged to the newest. */
export interface ChunkQueue {
  /** Entries numbered so far: those sealed. */
  readonly made: number;
  /** Number of the oldest entry that is not acknowledged. */
  readonly base: number;
  /** Number of its chunk, or of the next one to be made. */
  readonly baseChunk: number;
  /**
   * Seals entry texts into as many chunks as the limits ask for; nulls are entries that only count, as dropped, like those
   * that would not fit a chunk. `kinds` is the text of their `RowKinds`.
   */
  seal(texts: readonly (string | null)[], kinds: string): void;
  /** The chunks not yet sent since the last rewind, at most `max` in flight; they count as sent then. */
  takeUnsent(max: number): readonly ChunkMessage[];
  /** Everything below `next` is stored. */
  acknowledge(next: number): void;
  /** After a new connection: everything not acknowledged is to be sent again. */
  rewind(): void;
  pending(): readonly ChunkMessage[];
}

/** Makes an empty queue; entry and chunk numbers start at 0 and have no gaps. */
export function createChunkQueue(): ChunkQueue {
  let chunks: ChunkMessage[] = [];
  let sent = 0;
  let everSent = 0;
  let made = 0;
  let chunkCount = 0;

  /** Only chunks that were never sent may change: a replay must be the same write. */
  function shrink(): void {
    let characters = 0;
    let entries = 0;
    for (const chunk of chunks) {
      characters += chunk.entries.length;
      entries += chunk.count - chunk.dropped;
    }
    for (let i = 0; i < chunks.length && (characters > MAX_QUEUE_CHARACTERS || entries > MAX_QUEUE_ENTRIES); i++) {
      const chunk = chunks[i];
      if (!chunk || chunk.n < everSent) continue;
      const thin = withoutExpendable(chunk);
      characters -= chunk.entries.length - thin.entries.length;
      entries -= thin.dropped - chunk.dropped;
      chunks[i] = thin;
    }
  }

  return {
    get made() {
      return made;
    },
    get base() {
      return chunks[0]?.from ?? made;
    },
    get baseChunk() {
      return chunks[0]?.n ?? chunkCount;
    },
    seal(texts, kinds) {
      const sealed: ChunkMessage[] = [];
      let from = made;
      let batch: string[] = [];
      let bytes = 2;
      let dropped = 0;
      const push = () => {
        const count = batch.length + dropped;
        const n = chunkCount + sealed.length;
        sealed.push({ type: 'chunk', n, from, count, dropped, entries: `[${batch.join(',')}]`, kinds });
        from += count;
      };
      for (const text of texts) {
        const size = text === null ? Number.POSITIVE_INFINITY : utf8Bound(text) + 1;
        if (text === null || size > MAX_ENTRY_BYTES) {
          dropped += 1;
          continue;
        }
        if (batch.length === MAX_CHUNK_ENTRIES || bytes + size > MAX_CHUNK_BYTES) {
          push();
          batch = [];
          bytes = 2;
          dropped = 0;
        }
        batch.push(text);
        bytes += size;
      }
      if (batch.length + dropped > 0) push();
      // All at once: a script that was cut off before has sealed nothing.
      chunks = chunks.concat(sealed);
      chunkCount += sealed.length;
      made = from;
      shrink();
    },
    takeUnsent(max) {
      const taken = chunks.slice(sent, Math.max(sent, max));
      sent += taken.length;
      everSent = Math.max(everSent, (taken.at(-1)?.n ?? -1) + 1);
      return taken;
    },
    acknowledge(next) {
      const stored = chunks.findIndex((chunk) => chunk.from >= next);
      const gone = stored < 0 ? chunks.length : stored;
      chunks = chunks.slice(gone);
      sent = Math.max(0, sent - gone);
    },
    rewind() {
      sent = 0;
    },
    pending: () => chunks,
  };
}

/** A chunk with its expendable entries counted as dropped. */
export function withoutExpendable(chunk: ChunkMessage): ChunkMessage {
  const entries = JSON.parse(chunk.entries) as unknown[];
  const kept = entries.filter((entry) => !(Array.isArray(entry) && EXPENDABLE.includes(entry[0])));
  const dropped = chunk.dropped + entries.length - kept.length;
  return { ...chunk, dropped, entries: JSON.stringify(kept) };
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** At least the bytes of a text in UTF-8: exact for ASCII, three a UTF-16 unit otherwise. A loop here was a tenth of our cost. */
function utf8Bound(text: string): number {
  return BEYOND_ASCII.test(text) ? text.length * 3 : text.length;
}
