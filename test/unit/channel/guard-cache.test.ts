import { describe, expect, it } from 'vitest';
import { parsePanelMessage } from '../../../src/channel/guards.ts';

const request = (change: unknown) => ({ type: 'cache', request: 1, change });

describe('the guard of requests to the store', () => {
  it.each([
    { kind: 'pin', sessionId: 'run:7', pinned: true },
    { kind: 'baseline', pageLoadId: 'a', baseline: false },
    { kind: 'use', pageLoadId: 'a' },
    { kind: 'restore', mark: 5 },
    { kind: 'delete', mark: 5, scope: { kind: 'page-loads', pageLoadIds: ['a', 'b'] } },
    { kind: 'delete', mark: 5, scope: { kind: 'session', sessionId: 'run:7' } },
    { kind: 'delete', mark: 5, scope: { kind: 'before', before: 1_790_000_000_000 } },
    { kind: 'delete', mark: 5, scope: { kind: 'all' } },
  ])('passes %j, without members it does not know', (change) => {
    expect(parsePanelMessage(request({ ...change, more: 1 }))).toEqual(request(change));
  });

  it.each([
    null,
    'all',
    { kind: 'drop' },
    { kind: 'pin', sessionId: 7, pinned: true },
    { kind: 'pin', sessionId: 'run:7' },
    { kind: 'use', pageLoadId: '' },
    { kind: 'use', pageLoadId: 'x'.repeat(2049) },
    { kind: 'restore', mark: Number.NaN },
    { kind: 'delete', mark: 5 },
    { kind: 'delete', mark: '5', scope: { kind: 'all' } },
    { kind: 'delete', mark: 5, scope: { kind: 'page-loads', pageLoadIds: ['a', null] } },
    { kind: 'delete', mark: 5, scope: { kind: 'before', before: '2026' } },
    { kind: 'delete', mark: 5, scope: { kind: 'everything' } },
  ])('has no use for %j', (change) => {
    expect(parsePanelMessage(request(change))).toBeNull();
  });

  it('passes the deletions that a panel holds', () => {
    expect(parsePanelMessage({ type: 'hold', marks: [1, 2] })).toEqual({ type: 'hold', marks: [1, 2] });
    expect(parsePanelMessage({ type: 'hold', marks: ['1'] })).toBeNull();
    expect(parsePanelMessage({ type: 'cache', request: 'one', change: { kind: 'use', pageLoadId: 'a' } })).toBeNull();
  });
});
