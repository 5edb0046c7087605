import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';
import { withDatabase } from '../../../src/store/database.ts';
import { openReader, readStatistics } from '../../../src/store/reader.ts';
import { repairRows } from '../../../src/store/repair-rows.ts';
import { sealPageLoad } from '../../../src/store/seal.ts';
import { commit } from '../../../src/store/writer.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';
import { resourceWaterfall } from '../../fixtures/builders/resource-waterfall.ts';
import { bytesThere, clearCache, idsByTable, storeEntries } from '../support/cache.ts';

const ENTRIES = resourceWaterfall(1000);
const { getPageLoad, readEntries } = openReader();
const pause = async () => {};
const nothing = { extend: () => {}, result: () => ({ metrics: [], totals: [] }) };
const seal = (id: string) => sealPageLoad(id, nothing, pause);

/** A page load of ten chunks, whose ledger closes. */
async function storeLoad(): Promise<string> {
  const id = await storeEntries(ENTRIES);
  const dropped = { browser: 0, caps: 0, exit: 0 };
  const ledger = { made: 1000, stored: 1000, dropped, rejected: 0, complete: true };
  await commit(new Map([[id, (stored) => (stored ? { record: { ...stored, ledger }, chunks: [] } : null)]]));
  return id;
}

const isAccountExact = async () => (await readStatistics()).storedBytes === (await bytesThere());

beforeEach(clearCache);

describe('the check of the rows', () => {
  it('finds nothing in a whole store, sealed or not, of many slices', async () => {
    const ids = await Promise.all(Array.from({ length: 120 }, storeLoad));
    for (const id of ids.slice(0, 5)) expect(await seal(id)).toBe(true);
    const before = await readStatistics();
    expect(await repairRows(pause)).toBe(false);
    expect(await readStatistics()).toEqual(before);
  });

  it('counts entries of chunks that are gone as lost with the store, once', async () => {
    const [id, whole] = [await storeLoad(), await storeLoad()];
    await withDatabase((database) => database.delete('chunks', [id, 4]));
    expect(await repairRows(pause)).toBe(true);
    const ledger = { made: 1000, stored: 900, dropped: { store: 100 }, complete: true };
    expect(await getPageLoad(id)).toMatchObject({ ledger });
    expect((await getPageLoad(whole))?.ledger.dropped.store).toBeUndefined();
    expect(await isAccountExact()).toBe(true);
    expect(await repairRows(pause)).toBe(false);
    expect(await seal(id)).toBe(true);
    expect((await readEntries(id)).entries).toEqual([...ENTRIES.slice(0, 400), ...ENTRIES.slice(500)]);
  });

  it('has what is left of a page load without its last chunks sealed', async () => {
    const id = await storeLoad();
    await withDatabase((database) => database.delete('chunks', IDBKeyRange.bound([id, 7], [id, 10])));
    expect(await repairRows(pause)).toBe(true);
    expect(await seal(id)).toBe(true);
    expect(await getPageLoad(id)).toMatchObject({ sealState: 'sealed', ledger: { stored: 700 } });
    expect((await readEntries(id)).entries).toEqual(ENTRIES.slice(0, 700));
    expect(await isAccountExact()).toBe(true);
  });

  it('notices that a sealed part is gone', async () => {
    const id = await storeLoad();
    await seal(id);
    await withDatabase((database) => database.clear('sealed'));
    expect(await repairRows(pause)).toBe(true);
    expect(await getPageLoad(id)).toMatchObject({ ledger: { stored: 0, dropped: { store: 1000 } }, entryCounts: null });
    expect(await isAccountExact()).toBe(true);
    expect((await readEntries(id)).entries).toEqual([]);
  });

  it('notices page loads that are gone, and deletes what they left', async () => {
    const ids = await Promise.all([storeLoad(), storeLoad(), storeLoad()]);
    await withDatabase(async (database) => {
      for (const id of ids.slice(0, 2)) await database.delete('pageLoads', id);
    });
    expect(await repairRows(pause)).toBe(true);
    expect((await idsByTable()).chunks).toEqual([ids[2]]);
    expect(await readStatistics()).toMatchObject({ pageLoads: 1 });
    expect(await isAccountExact()).toBe(true);
  });

  it('notices page loads without entries that are gone by the account', async () => {
    const pageLoadId = 'empty';
    const record = { ...pageLoadRecord({ pageLoadId }), documentId: 'd', nonce: 'n', chunks: 0 };
    await commit(new Map([[pageLoadId, () => ({ record, chunks: [] })]]));
    await storeLoad();
    await withDatabase((database) => database.delete('pageLoads', pageLoadId));
    expect(await repairRows(pause)).toBe(true);
    expect(await readStatistics()).toMatchObject({ pageLoads: 1 });
  });

  it('reads a page load on whose first part is gone', async () => {
    const id = await storeLoad();
    await seal(id);
    const data = await withDatabase(async (database) => {
      const [part] = await database.getAll('sealed');
      return part;
    });
    // As two parts would be of which the first is gone.
    await withDatabase(async (database) => {
      await database.clear('sealed');
      if (data) await database.put('sealed', { ...data, from: 3, counts: data.counts.slice(3) });
    });
    expect((await readEntries(id)).entries).toHaveLength(1000);
  });
});
