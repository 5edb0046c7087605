import 'fake-indexeddb/auto';
import '../support/fake-browser.ts';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLostPageLoads } from '../../../src/background/lost-page-loads.ts';
import { sessionIdOf } from '../../../src/background/session-id.ts';
import { createDiskStore } from '../../../src/store/disk-store.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { commit } from '../../../src/store/writer.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';
import { fakeBrowser } from '../support/fake-browser.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A stored page load of a session, and who notices when it is lost. */
async function aPageLoad(overrides: Partial<StoredPageLoad> = {}) {
  const pageLoadId = crypto.randomUUID();
  const record = { ...pageLoadRecord({ pageLoadId, state: 'open' }), documentId: 'd', nonce: 'n', ...overrides };
  await commit(new Map([[pageLoadId, () => ({ record, chunks: [] })]]));
  const lost: string[] = [];
  const noticed = createLostPageLoads(
    createDiskStore(() => ({ epoch: 'epoch', limited: false })),
    (changed) => lost.push(`${changed.pageLoadId === pageLoadId ? 'it' : 'another'} ${changed.state}`),
    async () => {},
  );
  return { pageLoadId, lost, noticed };
}

describe('a page load', () => {
  it('is lost when its port ended and no other came within the backoff', async () => {
    const { pageLoadId, lost, noticed } = await aPageLoad();
    noticed.connected(pageLoadId);
    noticed.disconnected(pageLoadId, 12345);
    vi.advanceTimersByTime(5000);
    await vi.waitFor(() => expect(lost).toEqual(['it lost']));
  });

  it('is lost at once when its port ended after its tab', async () => {
    const { pageLoadId, lost, noticed } = await aPageLoad();
    noticed.connected(pageLoadId);
    const closed = vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('No tab with id 12345.'));
    noticed.disconnected(pageLoadId, 12345);
    await vi.waitFor(() => expect(lost).toEqual(['it lost']));
    expect(closed).toHaveBeenCalledWith(12345);
    closed.mockRestore();
  });

  it('is not lost when its document is back in time', async () => {
    const { pageLoadId, lost, noticed } = await aPageLoad();
    noticed.connected(pageLoadId);
    noticed.disconnected(pageLoadId, 12345);
    noticed.connected(pageLoadId);
    vi.advanceTimersByTime(60_000);
    await noticed.tabClosed(12345);
    expect(lost).toEqual([]);
  });

  it('is not lost when its final record came', async () => {
    const { pageLoadId, lost, noticed } = await aPageLoad({ state: 'ended' });
    noticed.connected(pageLoadId);
    noticed.disconnected(pageLoadId, 12345);
    vi.advanceTimersByTime(5000);
    await noticed.tabClosed(12345);
    expect(lost).toEqual([]);
  });

  it('is lost with its tab', async () => {
    const { lost, noticed } = await aPageLoad({ sessionId: await sessionIdOf(77) });
    await noticed.tabClosed(78);
    expect(lost).toEqual([]);
    await noticed.tabClosed(77);
    expect(lost).toEqual(['it lost']);
  });

  it('is lost with the browser run that it belongs to', async () => {
    const { lost, noticed } = await aPageLoad({ sessionId: 'an-earlier-run:1' });
    await noticed.sweep();
    expect(lost).toContain('it lost');
  });
});
