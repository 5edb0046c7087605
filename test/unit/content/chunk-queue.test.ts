import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CHUNK_BYTES, MAX_CHUNK_ENTRIES } from '../../../src/channel/limits.ts';
import type { ChunkMessage } from '../../../src/channel/messages.ts';
import { createChunkQueue } from '../../../src/content/chunk-queue.ts';

/** Of rows that hold nothing but their type. */
const KINDS = '{"resource":[],"layout-shift":[]}';
const texts = (count: number, text = '{"entryType":"mark"}') => Array.from({ length: count }, () => text);

/** Stands for the background: takes a chunk only when it is the next one, as the store does. */
function store() {
  const kept: ChunkMessage[] = [];
  let next = 0;
  return {
    kept,
    get next() {
      return next;
    },
    take(chunk: ChunkMessage) {
      if (chunk.from !== next) return;
      kept.push(chunk);
      next += chunk.count;
    },
  };
}

describe('the chunk queue', () => {
  it('numbers entries and chunks without gaps', () => {
    const queue = createChunkQueue();
    queue.seal(texts(450), '{}');
    expect(queue.pending().map(({ n, from, count }) => [n, from, count])).toEqual([
      [0, 0, 200],
      [1, 200, 200],
      [2, 400, 50],
    ]);
    expect(queue.made).toBe(450);
  });

  it('seals nothing of a list in which the browser cuts it off', () => {
    const queue = createChunkQueue();
    queue.seal(texts(10), '{}');
    function* cutOff(): Generator<string> {
      yield* texts(450);
      throw new Error('The process is ending.');
    }
    const list = { [Symbol.iterator]: cutOff } as unknown as readonly string[];
    expect(() => queue.seal(list, '{}')).toThrow('The process is ending.');
    expect(queue.made).toBe(10);
    queue.seal(texts(450), '{}');
    expect(queue.pending().map(({ from, count }) => [from, count])).toEqual([
      [0, 10],
      [10, 200],
      [210, 200],
      [410, 50],
    ]);
  });

  it('counts an entry that was left out, or is too large, as dropped', () => {
    const queue = createChunkQueue();
    queue.seal(['{}', null, '{}', JSON.stringify('x'.repeat(MAX_CHUNK_BYTES))], '{}');
    expect(queue.pending()).toMatchObject([{ count: 4, dropped: 2, entries: '[{},{}]' }]);
  });

  it('keeps every chunk under 200 entries and 64 KiB of UTF-8, whatever the entries', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 10_000 }).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), (list) => {
        const queue = createChunkQueue();
        queue.seal(list, '{}');
        for (const chunk of queue.pending()) {
          expect(chunk.count).toBeLessThanOrEqual(MAX_CHUNK_ENTRIES);
          expect(new TextEncoder().encode(chunk.entries).length).toBeLessThanOrEqual(MAX_CHUNK_BYTES);
          expect(JSON.parse(chunk.entries)).toHaveLength(chunk.count - chunk.dropped);
        }
        expect(queue.made).toBe(list.length);
      }),
      { numRuns: 50 },
    );
  });

  it('has at most the granted chunks in flight', () => {
    const queue = createChunkQueue();
    queue.seal(texts(1000), '{}');
    expect(queue.takeUnsent(2)).toHaveLength(2);
    expect(queue.takeUnsent(2)).toHaveLength(0);
    queue.acknowledge(200);
    expect(queue.takeUnsent(2).map((chunk) => chunk.n)).toEqual([2]);
  });

  it('gives up expendable entries, and only of chunks never sent, when the queue is full', () => {
    const queue = createChunkQueue();
    const entries = texts(25_000, '["resource"]');
    entries[24_999] = '["layout-shift"]';
    queue.seal(texts(200, '["resource"]'), KINDS);
    const [first] = queue.takeUnsent(1);
    queue.seal(entries, KINDS);
    const pending = queue.pending();
    expect(pending[0]).toEqual(first);
    const kept = pending.reduce((sum, chunk) => sum + chunk.count - chunk.dropped, 0);
    expect(kept).toBeLessThanOrEqual(22_000);
    expect(pending.reduce((sum, chunk) => sum + chunk.count, 0)).toBe(25_200);
    expect(pending.at(-1)?.entries).toContain('layout-shift');
  });

  it('delivers everything once and in order over a wire that loses messages, acknowledgements and connections', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('seal' as const), count: fc.integer({ min: 1, max: 500 }) }),
      fc.record({ do: fc.constant('pump' as const), lose: fc.array(fc.boolean(), { maxLength: 8 }) }),
      fc.record({ do: fc.constant('ack' as const) }),
      fc.record({ do: fc.constant('reconnect' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const queue = createChunkQueue();
        const background = store();
        let serial = 0;
        const pump = (lose: readonly boolean[]) => {
          for (const [i, chunk] of queue.takeUnsent(8).entries()) if (!lose[i]) background.take(chunk);
        };
        for (const now of steps) {
          if (now.do === 'seal')
            queue.seal(
              Array.from({ length: now.count }, () => String(serial++)),
              '{}',
            );
          else if (now.do === 'pump') pump(now.lose);
          else if (now.do === 'ack') queue.acknowledge(background.next);
          else queue.rewind();
        }
        for (let rounds = 0; queue.pending().length > 0 && rounds < 1000; rounds++) {
          queue.rewind();
          pump([]);
          queue.acknowledge(background.next);
        }
        const stored = background.kept.flatMap((chunk) => JSON.parse(chunk.entries) as number[]);
        expect(stored).toEqual(Array.from({ length: serial }, (_, i) => i));
      }),
    );
  });
});
