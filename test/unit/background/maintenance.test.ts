import 'fake-indexeddb/auto';
import '../support/fake-browser.ts';

import { beforeEach, describe, expect, it } from 'vitest';
import { createMaintenance } from '../../../src/background/maintenance.ts';
import { DEFAULT_CACHE_LIMITS } from '../../../src/model/cache.ts';
import { openReader } from '../../../src/store/reader.ts';
import { writeSettings } from '../../../src/store/settings.ts';
import { markDeleted } from '../../../src/store/tombstones.ts';
import { everyEntryType } from '../../fixtures/builders/every-entry-type.ts';
import { clearCache, idsByTable, storeEntries, storePageLoad } from '../support/cache.ts';

const recent = () => ({ lastUsedAt: Date.now() });

function setUp(held: readonly number[] = []) {
  const deleted: string[] = [];
  const maintenance = createMaintenance({
    held: () => new Set(held),
    onDeleted: (ids) => deleted.push(...ids),
  });
  return { deleted, maintenance };
}

beforeEach(async () => {
  await clearCache();
  await writeSettings({ cacheLimits: { ...DEFAULT_CACHE_LIMITS, maxAgeMs: Number.MAX_SAFE_INTEGER } });
});

describe('tidying up', () => {
  it('seals page loads that have ended a while ago', async () => {
    const ended = await storeEntries(everyEntryType());
    const fresh = await storePageLoad({ ...recent(), updatedAt: Date.now() });
    const open = await storePageLoad({ ...recent(), state: 'open' });
    await setUp().maintenance.run();
    const { sealed, chunks } = await idsByTable();
    expect(sealed).toEqual([ended]);
    expect(chunks).toEqual([fresh, open].toSorted());
    expect((await openReader().readEntries(ended)).entries).toEqual(everyEntryType());
  });

  it('keeps the limits that the user chose, and tells what is gone', async () => {
    const first = await storePageLoad({ lastUsedAt: 1, timeOrigin: Date.now() });
    await storePageLoad({ lastUsedAt: 2, timeOrigin: Date.now() });
    await writeSettings({
      cacheLimits: { ...DEFAULT_CACHE_LIMITS, maxAgeMs: Number.MAX_SAFE_INTEGER, maxPageLoads: 1 },
    });
    const { deleted, maintenance } = setUp();
    await maintenance.run();
    expect(deleted).toContain(first);
  });

  it('makes deletions final that no panel holds', async () => {
    const [held, gone] = [await storePageLoad(recent()), await storePageLoad(recent())];
    await markDeleted({ kind: 'page-loads', pageLoadIds: [held] }, 5);
    await markDeleted({ kind: 'page-loads', pageLoadIds: [gone] }, 6);
    const { deleted, maintenance } = setUp([5]);
    await maintenance.run();
    expect(deleted).toEqual([gone]);
    expect((await idsByTable()).pageLoads).toEqual([held]);
  });
});
