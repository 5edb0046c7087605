import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEntries } from '../../../src/channel/guard-entries.ts';

const mark = { entryType: 'mark', name: 'm', startTime: 1, duration: 0, detail: null };

describe('the guard of entries', () => {
  it('passes a text on as it is when every entry holds', () => {
    const text = JSON.stringify([mark, mark]);
    expect(checkEntries(text)).toEqual({ entries: text, accepted: 2, rejected: 0 });
  });

  it.each([
    ['an unknown type', { ...mark, entryType: 'secret' }],
    ['an unknown member', { ...mark, cookie: 'x' }],
    ['a name that is no string', { ...mark, name: 5 }],
    ['a time that is no number', { ...mark, startTime: null }],
    ['a string over 2,048 characters', { ...mark, name: 'm', detail: 'x'.repeat(2049) }],
    ['a deep tree', { ...mark, detail: [[[[[[[1]]]]]]] }],
    ['an inherited type name', { ...mark, entryType: 'constructor' }],
    ['no object', 7],
  ])('rejects and counts %s, and keeps its neighbours', (_, entry) => {
    const checked = checkEntries(JSON.stringify([mark, entry]));
    expect(checked).toEqual({ entries: JSON.stringify([mark]), accepted: 1, rejected: 1 });
  });

  it.each(['', 'null', '{}', '[', '7', '"x"'])('has no verdict on %j, which is no list', (text) => {
    expect(checkEntries(text)).toBeNull();
  });

  it('accounts for every member of any list', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(mark), fc.jsonValue())), (list) => {
        const checked = checkEntries(JSON.stringify(list));
        expect((checked?.accepted ?? 0) + (checked?.rejected ?? 0)).toBe(list.length);
        expect(JSON.parse(checked?.entries ?? '')).toHaveLength(checked?.accepted ?? -1);
      }),
    );
  });
});
