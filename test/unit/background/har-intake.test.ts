import 'fake-indexeddb/auto';
import '../support/fake-browser.ts';

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pageLoadOf, takeRequests } from '../../../src/background/har-intake.ts';
import { sessionIdOf } from '../../../src/background/session-id.ts';
import type { HarMessage } from '../../../src/channel/devtools-messages.ts';
import type { HarRequest } from '../../../src/model/har-request.ts';
import type { PageLoadRecord } from '../../../src/model/page-load.ts';
import { withDatabase } from '../../../src/store/database.ts';
import { readRequests } from '../../../src/store/reader.ts';
import { harRequest } from '../../fixtures/builders/har-requests.ts';
import { pageLoadRecord, TIME_ORIGIN } from '../../fixtures/builders/page-loads.ts';
import { PAGE_ORIGIN } from '../../fixtures/builders/resource-entries.ts';

const TAB = 1;
const LOG = '00000000-0000-4000-8000-00000000000a';
const PAGE = { url: `${PAGE_ORIGIN}/`, startedAt: TIME_ORIGIN + 3 };

function message(requests: readonly HarRequest[], rest: Partial<HarMessage> = {}): HarMessage {
  const text = JSON.stringify(requests);
  return { type: 'har', logId: LOG, n: 0, page: PAGE, count: requests.length, dropped: 0, requests: text, ...rest };
}

async function storePageLoad(overrides: Partial<PageLoadRecord> = {}): Promise<PageLoadRecord> {
  const record = {
    ...pageLoadRecord({ sessionId: await sessionIdOf(TAB), ...overrides }),
    documentId: 'd',
    nonce: 'n',
  };
  await withDatabase((database) => database.put('pageLoads', record));
  return record;
}

const onChanged = vi.fn<(record: PageLoadRecord) => void>();
const take = (given: HarMessage, recorded = true) =>
  takeRequests(TAB, given, { isRecorded: async () => recorded, onChanged });

beforeEach(async () => {
  onChanged.mockClear();
  await withDatabase(async (database) => {
    for (const table of ['pageLoads', 'requests', 'account'] as const) await database.clear(table);
  });
});

describe('requests of the network log', () => {
  test('are stored with their page load, and whoever watches it hears of it', async () => {
    const { pageLoadId, revision, bytes } = await storePageLoad();
    const given = message([harRequest(), harRequest({ id: 'log/2' })], { dropped: 4 });
    expect(await take(given)).toBe('har-stored');
    expect((await readRequests(pageLoadId)).requests.map(({ id }) => id)).toEqual(['log/1', 'log/2']);
    const size = given.requests.length;
    expect(onChanged).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        networkLog: { requests: 2, dropped: 4 },
        revision: revision + 1,
        bytes: { ...bytes, raw: bytes.raw + size, stored: bytes.stored + size },
      }),
    );
  });

  test('that come again are the same write', async () => {
    const { pageLoadId } = await storePageLoad();
    await take(message([harRequest()]));
    expect(await take(message([harRequest()]))).toBe('har-stored');
    const page = await readRequests(pageLoadId);
    expect(page.requests).toHaveLength(1);
    expect(onChanged).toHaveBeenCalledOnce();
    expect((await readRequests(pageLoadId, new Set(page.batches))).requests).toEqual([]);
  });

  test('wait for a page load that has not said hello', async () => {
    expect(await take(message([harRequest()]))).toBe('har-later');
    await storePageLoad();
    expect(await take(message([harRequest()]))).toBe('har-stored');
  });

  test('of a tab that is not recorded leave nothing in the store', async () => {
    await storePageLoad();
    expect(await take(message([harRequest()]), false)).toBe('har-refused');
    expect(await withDatabase((database) => database.count('requests'))).toBe(0);
  });

  test('that are malformed are refused', async () => {
    await storePageLoad();
    expect(await take(message([{ ...harRequest(), url: '' }], { count: 2 }))).toBe('har-refused');
  });
});

describe('the page load that requests belong to', () => {
  const load = (timeOrigin: number, origin = PAGE_ORIGIN) => ({ timeOrigin, origin });

  test('is the one whose navigation the log names', () => {
    const [first, second] = [load(TIME_ORIGIN), load(TIME_ORIGIN + 900)];
    expect(pageLoadOf({ page: PAGE }, [], [first, second])).toBe(first);
    expect(pageLoadOf({ page: { ...PAGE, startedAt: TIME_ORIGIN + 903 } }, [], [first, second])).toBe(second);
  });

  test('is none when that navigation was not recorded, whatever came shortly before', () => {
    expect(pageLoadOf({ page: PAGE }, [], [load(TIME_ORIGIN, 'https://other.example')])).toBeUndefined();
    expect(pageLoadOf({ page: PAGE }, [], [load(TIME_ORIGIN - 5000)])).toBeUndefined();
  });

  test('is the one that was there at the time, when the log names none', () => {
    const loads = [load(TIME_ORIGIN), load(TIME_ORIGIN + 5000)];
    expect(pageLoadOf({ page: null }, [{ startedAt: TIME_ORIGIN + 4000 }], loads)).toBe(loads[0]);
  });
});
