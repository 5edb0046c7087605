import '../support/fake-browser.ts';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPrivateLoads } from '../../../src/background/private-loads.ts';
import { answerQuery } from '../../../src/background/queries.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { PageLoadStore } from '../../../src/store/page-load-store.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';
import { fakeBrowser } from '../support/fake-browser.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const platformInfo = vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo');

async function keep(store: PageLoadStore, pageLoadId: string, sessionId: string): Promise<void> {
  const record = { ...pageLoadRecord({ pageLoadId, sessionId }), documentId: 'd', nonce: 'n' };
  const chunk = { pageLoadId, n: 0, from: 0, count: 1, entries: `[{"name":"${pageLoadId}"}]` };
  await store.commit(new Map([[pageLoadId, () => ({ record, chunks: [chunk] })]]));
}

describe('page loads of private windows', () => {
  it('keep the background awake until the last private window is closed, and are gone then', async () => {
    const loads = createPrivateLoads();
    vi.advanceTimersByTime(60_000);
    expect(platformInfo).not.toHaveBeenCalled();
    await keep(loads, 'a', 'session');
    vi.advanceTimersByTime(29_000);
    expect(platformInfo).toHaveBeenCalledTimes(1);

    await fakeBrowser.windows.close([{ incognito: false }, { incognito: true }]);
    expect(await loads.listPageLoads('session')).toHaveLength(1);
    await fakeBrowser.windows.close([{ incognito: false }]);
    expect(await loads.listPageLoads('session')).toEqual([]);
    platformInfo.mockClear();
    vi.advanceTimersByTime(60_000);
    expect(platformInfo).not.toHaveBeenCalled();
  });

  it('are read beside those on the disk, each from where it is', async () => {
    const [inMemory, onDisk] = [createPrivateLoads(), createMemoryStore({ epoch: 'disk', limited: false })];
    await keep(inMemory, 'private', 'tab 1');
    await keep(onDisk, 'other', 'tab 2');
    const ask = (query: Parameters<typeof answerQuery>[1]) => answerQuery([inMemory, onDisk], query);
    expect(await ask({ what: 'page-loads', sessionId: 'tab 1' })).toMatchObject([{ pageLoadId: 'private' }]);
    expect(await ask({ what: 'page-loads', sessionId: 'tab 2' })).toMatchObject([{ pageLoadId: 'other' }]);
    expect(await ask({ what: 'page-load', pageLoadId: 'private' })).toMatchObject({ sessionId: 'tab 1' });
    expect(await ask({ what: 'page-load', pageLoadId: 'none' })).toBeUndefined();
    for (const pageLoadId of ['private', 'other']) {
      const answer = await ask({ what: 'entries', pageLoadId, fromChunk: 0, skip: 0 });
      expect(answer).toEqual({ entries: [{ name: pageLoadId }], nextChunk: 1, more: false });
    }
    expect(await ask({ what: 'count', origin: pageLoadRecord({}).origin })).toBe(2);
  });
});
