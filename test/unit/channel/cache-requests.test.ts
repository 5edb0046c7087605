import { describe, expect, it } from 'vitest';
import { createCacheRequests } from '../../../src/channel/cache-requests.ts';
import type { CacheRequest, HoldMessage } from '../../../src/channel/panel-messages.ts';

const ok = (request: number, pageLoads = 0) => ({ type: 'done', request, pageLoads, error: null }) as const;

function requests() {
  const posted: (CacheRequest | HoldMessage)[] = [];
  return { posted, cache: createCacheRequests((message) => posted.push(message)) };
}

describe('requests to the store', () => {
  it('are done when they are answered, each by its own answer', async () => {
    const { posted, cache } = requests();
    const pinned = cache.pinSession('run:7', true);
    const marked = cache.markBaseline('a', true);
    cache.onDone(ok(2));
    await marked;
    cache.onDone({ type: 'done', request: 1, pageLoads: 0, error: 'No room.' });
    await expect(pinned).rejects.toThrow('No room.');
    expect(posted.map((message) => message.type === 'cache' && message.change.kind)).toEqual(['pin', 'baseline']);
  });

  it('are asked again after a reconnect until they are answered, with the deletions that are held', async () => {
    const { posted, cache } = requests();
    const removed = cache.remove({ kind: 'all' });
    const again: (CacheRequest | HoldMessage)[] = [];
    cache.onConnect((message) => again.push(message));
    const asked = posted[0];
    const mark = asked?.type === 'cache' && asked.change.kind === 'delete' ? asked.change.mark : null;
    expect(again).toEqual([{ type: 'hold', marks: [mark] }, asked]);
    cache.onDone(ok(1, 12));
    const { pageLoads, undo } = await removed;
    expect(pageLoads).toBe(12);
    again.length = 0;
    cache.onConnect((message) => again.push(message));
    expect(again).toEqual([{ type: 'hold', marks: [mark] }]);
    void undo();
    expect(posted.at(-1)).toMatchObject({ change: { kind: 'restore', mark } });
  });

  it('name each deletion by a moment of its own', () => {
    const { posted, cache } = requests();
    for (let i = 0; i < 3; i++) void cache.remove({ kind: 'all' });
    const marks = posted.map((message) => message.type === 'cache' && 'mark' in message.change && message.change.mark);
    expect(new Set(marks).size).toBe(3);
  });
});
