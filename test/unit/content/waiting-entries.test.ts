import { describe, expect, it } from 'vitest';
import { createWaitingEntries } from '../../../src/content/waiting-entries.ts';

describe('entries that wait to be sealed', () => {
  it('stay until they are sealed, however often they are asked for', () => {
    const waiting = createWaitingEntries();
    waiting.add(['a', 'b'], 'mark');
    waiting.add(['c'], 'resource');
    expect(waiting.all()).toEqual({ entries: ['a', 'b', 'c'], types: ['mark', 'mark', 'resource'] });
    expect(waiting.all()).toEqual({ entries: ['a', 'b', 'c'], types: ['mark', 'mark', 'resource'] });
    waiting.sealed(2);
    expect(waiting.all()).toEqual({ entries: ['c'], types: ['resource'] });
  });

  it('are not taken for others when they are reported as sealed once more', () => {
    const waiting = createWaitingEntries();
    waiting.add(['a', 'b', 'c'], 'mark');
    waiting.sealed(2);
    waiting.sealed(2);
    expect(waiting.length).toBe(1);
    waiting.add(['d'], 'mark');
    waiting.sealed(3);
    expect(waiting.all().entries).toEqual(['d']);
  });
});
