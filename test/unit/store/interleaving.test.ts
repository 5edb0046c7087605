import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createIngest } from '../../../src/background/ingest.ts';
import { createSummarizer } from '../../../src/background/summarize.ts';
import type { CollectorMessage } from '../../../src/channel/messages.ts';
import type { EntryRecord } from '../../../src/model/entries.ts';
import { createDiskStore } from '../../../src/store/disk-store.ts';
import { openReader, readStatistics } from '../../../src/store/reader.ts';
import { evictOldest } from '../../../src/store/retention.ts';
import { sealPageLoad } from '../../../src/store/seal.ts';
import { entriesAsRows } from '../../fixtures/builders/entry-rows.ts';
import { everyEntryType } from '../../fixtures/builders/every-entry-type.ts';
import { aChunk, aFin, aHello } from '../../fixtures/builders/messages.ts';
import { resourceWaterfall } from '../../fixtures/builders/resource-waterfall.ts';
import { bytesThere, clearCache, idsByTable } from '../support/cache.ts';
import { submission } from '../support/submission.ts';

const LOADS = 2;
const PER_CHUNK = 5;
const ALL: readonly EntryRecord[] = [...everyEntryType(), ...resourceWaterfall(200)];

/** What may happen to page load `load`, at any time and also while something else is under way. */
type Step = { readonly load: number; readonly awaited: boolean } & (
  | { readonly kind: 'next' | 'repeat' | 'leave' | 'return' | 'evict' | 'read' }
  /** Sealing, killed at its `pauses`th pause; or not at all when it has fewer. */
  | { readonly kind: 'seal'; readonly pauses: number }
);

const load = fc.nat(LOADS - 1);
const awaited = fc.boolean();
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ load, awaited, kind: fc.constantFrom('next', 'next', 'leave') }) },
  { weight: 2, arbitrary: fc.record({ load, awaited, kind: fc.constantFrom('repeat', 'return', 'read') }) },
  { weight: 4, arbitrary: fc.record({ load, awaited, kind: fc.constant('seal'), pauses: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ load, awaited, kind: fc.constant('evict') }) },
);

/** A page load as its collector knows it: what was acknowledged is on the disk, until the page load goes as a whole. */
function createModel() {
  const ingest = createIngest(createDiskStore(() => ({ epoch: 'epoch', limited: false })).commit, {
    onChanged: () => {},
  });
  const ids = Array.from({ length: LOADS }, () => crypto.randomUUID());
  const acknowledged = ids.map(() => 0);
  const sent = ids.map(() => 0);
  const evicted = new Set<number>();

  async function tell(load: number, message: CollectorMessage): Promise<void> {
    const id = ids[load] ?? '';
    const stored = await new Promise<number>((resolve) => {
      ingest.submit({
        ...submission(id, message),
        onStored: (record) => resolve(record.next),
        onRefused: () => resolve(0),
      });
    });
    acknowledged[load] = Math.max(acknowledged[load] ?? 0, stored);
  }

  function chunk(load: number, n: number): Promise<void> {
    const entries = ALL.slice(n * PER_CHUNK, (n + 1) * PER_CHUNK);
    const from = n * PER_CHUNK;
    const { rows, kinds } = entriesAsRows(entries);
    const texts = { entries: JSON.stringify(rows), kinds: JSON.stringify(kinds) };
    return tell(load, aChunk({ n, from, count: entries.length, ...texts }));
  }

  /** Back from bfcache; one of which nothing is acknowledged would begin anew. */
  async function back(load: number): Promise<void> {
    const base = acknowledged[load] ?? 0;
    if (base > 0) await tell(load, aHello({ pageLoadId: ids[load] ?? '', base }));
  }

  async function seal(load: number, pauses: number): Promise<void> {
    let left = pauses;
    const pause = async () => {
      left -= 1;
      if (left < 0) throw new Error('killed');
    };
    await sealPageLoad(ids[load] ?? '', createSummarizer(), pause).catch(() => false);
  }

  async function evict(load: number): Promise<void> {
    const keep = new Set(ids.filter((_, other) => other !== load));
    const { pageLoadIds } = await evictOldest(1, keep);
    if (pageLoadIds.length > 0) evicted.add(load);
  }

  async function read(load: number): Promise<void> {
    const least = evicted.has(load) ? 0 : (acknowledged[load] ?? 0);
    const { entries } = await openReader().readEntries(ids[load] ?? '');
    if (evicted.has(load)) return;
    expect(entries.length).toBeGreaterThanOrEqual(least);
    expect(entries).toEqual(ALL.slice(0, entries.length));
  }

  function run(taken: Step): Promise<void> {
    const { load } = taken;
    const last = sent[load] ?? 0;
    switch (taken.kind) {
      case 'next':
        if (last * PER_CHUNK >= ALL.length) return Promise.resolve();
        sent[load] = last + 1;
        return chunk(load, last);
      case 'repeat':
        return last === 0 ? Promise.resolve() : chunk(load, Math.max(0, last - 2));
      case 'leave':
        return tell(load, aFin({ made: last * PER_CHUNK }));
      case 'return':
        return back(load);
      case 'seal':
        return seal(load, taken.pauses);
      case 'evict':
        return evict(load);
      case 'read':
        return read(load);
    }
  }

  async function resend(): Promise<void> {
    for (const [load, count] of sent.entries()) for (let n = 0; n < count; n++) await chunk(load, n);
  }

  return {
    ids,
    sent,
    resend,
    acknowledged,
    evicted,
    run,
    start: () => Promise.all(ids.map((id, load) => tell(load, aHello({ pageLoadId: id })))),
  };
}

beforeEach(clearCache);

describe('the store', () => {
  it('reads back exactly what it acknowledged, whatever is sealed, evicted, repeated and killed in between', async () => {
    let sealed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }), async (steps) => {
        await clearCache();
        const model = createModel();
        await model.start();
        const running: Promise<void>[] = [];
        for (const taken of steps) {
          const work = model.run(taken);
          running.push(work);
          if (taken.awaited) await work;
        }
        await Promise.all(running);
        // What was not acknowledged the collector still holds, and sends again.
        await model.resend();

        expect((await readStatistics()).storedBytes).toBe(await bytesThere());
        const there = await idsByTable();
        for (const [load, id] of model.ids.entries()) {
          if (model.evicted.has(load)) {
            for (const table of ['pageLoads', 'chunks', 'sealed'] as const) expect(there[table]).not.toContain(id);
            continue;
          }
          const { entries } = await openReader().readEntries(id);
          expect(entries).toEqual(ALL.slice(0, model.acknowledged[load]));
          expect(entries).toHaveLength(Math.min(ALL.length, (model.sent[load] ?? 0) * PER_CHUNK));
          sealed += there.sealed.includes(id) ? 1 : 0;
        }
      }),
      { numRuns: 300 },
    );
    expect(sealed).toBeGreaterThan(20);
  }, 60_000);
});
