import 'fake-indexeddb/auto';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { createCacheChanges } from '../../../src/background/cache-changes.ts';
import type { CacheChange } from '../../../src/model/cache.ts';
import { openReader } from '../../../src/store/reader.ts';
import { clearCache, storePageLoad } from '../support/cache.ts';

function setUp() {
  const replies: unknown[] = [];
  const heard: string[] = [];
  const port = { postMessage: (message: unknown) => replies.push(message) } as unknown as Runtime.Port;
  const changes = createCacheChanges({
    onListsChanged: async () => void heard.push('lists'),
    onFinal: () => void heard.push('final'),
  });
  const ask = (request: number, change: CacheChange) => changes.serve(port, { type: 'cache', request, change });
  return { replies, heard, port, changes, ask };
}

const listed = async () => (await openReader().listPageLoads('session-1')).length;

beforeEach(clearCache);
afterEach(() => vi.useRealTimers());

describe('changes of the store that a panel asks for', () => {
  it('are answered when they are on the disk, and told to all', async () => {
    const { replies, heard, ask } = setUp();
    await storePageLoad();
    await ask(1, { kind: 'delete', scope: { kind: 'all' }, mark: 5 });
    expect(await listed()).toBe(0);
    await ask(2, { kind: 'restore', mark: 5 });
    expect(await listed()).toBe(1);
    expect(replies).toEqual([
      { type: 'done', request: 1, pageLoads: 1, error: null },
      { type: 'done', request: 2, pageLoads: 0, error: null },
    ]);
    expect(heard).toEqual(['lists', 'lists']);
  });

  it('can be asked for twice, as after a lost answer', async () => {
    const { replies, ask } = setUp();
    const id = await storePageLoad();
    for (const request of [1, 1]) await ask(request, { kind: 'baseline', pageLoadId: id, baseline: true });
    expect(replies).toHaveLength(2);
    expect(await openReader().getPageLoad(id)).toMatchObject({ baseline: true });
  });

  it('hold a deletion until the panel is gone and does not come back', async () => {
    const { heard, port, changes, ask } = setUp();
    await ask(1, { kind: 'delete', scope: { kind: 'all' }, mark: 5 });
    await changes.serve(port, { type: 'hold', marks: [3] });
    expect(changes.held()).toEqual(new Set([5, 3]));
    vi.useFakeTimers();
    changes.closed(port);
    expect(changes.held()).toEqual(new Set([5, 3]));
    expect(heard).not.toContain('final');
    vi.runAllTimers();
    expect(changes.held()).toEqual(new Set());
    expect(heard).toContain('final');
  });
});
