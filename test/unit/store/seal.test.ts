import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';
import { createSummarizer } from '../../../src/background/summarize.ts';
import type { EntryRecord } from '../../../src/model/entries.ts';
import { withDatabase } from '../../../src/store/database.ts';
import { openReader } from '../../../src/store/reader.ts';
import { ACCOUNT_KEY, type StoredPageLoad } from '../../../src/store/schema.ts';
import { sealPageLoad, unsealedPageLoads } from '../../../src/store/seal.ts';
import { commit, type Decide } from '../../../src/store/writer.ts';
import { everyEntryType } from '../../fixtures/builders/every-entry-type.ts';
import { resourceWaterfall } from '../../fixtures/builders/resource-waterfall.ts';
import { clearCache, idsByTable, storeEntries } from '../support/cache.ts';

const ENTRIES: readonly EntryRecord[] = [...everyEntryType(), ...resourceWaterfall(600)];
/** Enough for several slices. */
const LARGE = resourceWaterfall(9000);

const noPause = async () => {};
const seal = (id: string, pause = noPause) => sealPageLoad(id, createSummarizer(), pause);
const recordOf = (id: string) => withDatabase((database) => database.get('pageLoads', id));
const entriesOf = async (id: string, from = 0) => (await openReader().readEntries(id, from)).entries;

/** Changes the record as a message would. */
function change(id: string, members: Partial<StoredPageLoad>): Promise<void> {
  const decide: Decide = (stored) => (stored ? { record: { ...stored, ...members }, chunks: [] } : null);
  return commit(new Map([[id, decide]]));
}

beforeEach(clearCache);

describe('sealing a page load', () => {
  it('puts compressed parts in the place of its chunks, and reads give the same entries', async () => {
    const id = await storeEntries(ENTRIES);
    expect(await seal(id)).toBe(true);
    expect(await idsByTable()).toEqual({ pageLoads: [id], chunks: [], sealed: [id], history: [id] });
    expect(await entriesOf(id)).toEqual(ENTRIES);
  });

  it('goes slice by slice, and goes on where a killed worker left it', async () => {
    const id = await storeEntries(LARGE);
    const killed = () => Promise.reject(new Error('killed'));
    await expect(seal(id, killed)).rejects.toThrow('killed');
    const midway = await recordOf(id);
    expect(midway).toMatchObject({ sealState: 'partly', summary: null });
    expect(midway?.sealedChunks).toBeGreaterThan(0);
    expect(midway?.sealedChunks).toBeLessThan(midway?.chunks ?? 0);
    expect(await entriesOf(id)).toEqual(LARGE);
    expect(await seal(id)).toBe(true);
    expect((await idsByTable()).chunks).toEqual([]);
    expect(await entriesOf(id)).toEqual(LARGE);
    expect((await recordOf(id))?.summary?.totals.find(({ resourceType }) => resourceType === 'total')?.requests).toBe(
      9000,
    );
  });

  it('lets readers go on from any chunk, in the middle of a part too', async () => {
    const id = await storeEntries(ENTRIES, { perChunk: 50 });
    await seal(id);
    for (const from of [0, 1, 7, 12]) expect(await entriesOf(id, from)).toEqual(ENTRIES.slice(from * 50));
    expect((await openReader().readEntries(id, 13)).entries).toEqual([]);
  });

  it('stores what its entries come to, and keeps it as history', async () => {
    const id = await storeEntries(ENTRIES);
    await seal(id);
    const record = await recordOf(id);
    expect(record).toMatchObject({ sealState: 'sealed', sealedChunks: record?.chunks });
    expect(record?.entryCounts).toMatchObject({ resource: 601, navigation: 1, longtask: 1 });
    expect(record?.summary?.metrics.map(({ name }) => name)).toContain('TBT');
    expect(await withDatabase((database) => database.get('history', id))).toMatchObject({ summary: record?.summary });
  });

  it('keeps the account, also of page loads whose chunks were never counted', async () => {
    const id = await storeEntries(LARGE);
    await change(id, { bytes: { raw: 0, stored: 0, counted: false } });
    await seal(id);
    const parts = await withDatabase((database) => database.getAll('sealed'));
    const stored = parts.reduce((sum, { data }) => sum + data.byteLength, 0);
    const raw =
      JSON.stringify(LARGE).length + parts.reduce((sum, { counts }) => sum + counts.length - 1, 0) + parts.length - 1;
    expect((await recordOf(id))?.bytes).toEqual({ raw, stored, counted: true });
    expect(await withDatabase((database) => database.get('account', ACCOUNT_KEY))).toMatchObject({
      rawBytes: raw,
      storedBytes: stored,
    });
  });

  it('leaves one alone that is open, and sums one up again that came back', async () => {
    const id = await storeEntries(ENTRIES);
    await change(id, { state: 'open' });
    expect(await seal(id)).toBe(false);
    await change(id, { state: 'ended' });
    const changing = async () => change(id, { revision: 99, title: 'Back from bfcache' });
    expect(await seal(id, changing)).toBe(false);
    expect(await unsealedPageLoads(Number.POSITIVE_INFINITY)).toEqual([id]);
    expect(await seal(id)).toBe(true);
    expect(await unsealedPageLoads(Number.POSITIVE_INFINITY)).toEqual([]);
    expect(await withDatabase((database) => database.get('history', id))).toMatchObject({ title: 'Back from bfcache' });
  });

  it('is nothing to one that was deleted meanwhile', async () => {
    const id = await storeEntries(LARGE);
    const deleting = () => clearCache();
    expect(await seal(id, deleting)).toBe(false);
    expect(await idsByTable()).toEqual({ pageLoads: [], chunks: [], sealed: [], history: [] });
  });
});
