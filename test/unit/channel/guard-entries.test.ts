import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedText } from '../../../src/channel/clean-text.ts';
import { checkEntries } from '../../../src/channel/guard-entries.ts';
import { everyEntryType } from '../../fixtures/builders/every-entry-type.ts';

const mark = { entryType: 'mark', name: 'm', startTime: 1, duration: 0, detail: null };

describe('the guard of entries', () => {
  it('passes a text on as it is when every entry holds', () => {
    const text = JSON.stringify([mark, mark]);
    expect(checkEntries(text)).toEqual({ entries: text, accepted: 2, counts: { mark: 2 }, rejected: 0 });
  });

  it.each([
    ['an unknown type', { ...mark, entryType: 'secret' }],
    ['a name that is no string', { ...mark, name: 5 }],
    ['a time that is no number', { ...mark, startTime: null }],
    ['a string over 2,048 characters', { ...mark, name: 'x'.repeat(2049) }],
    ['a list of too much', { ...mark, entryType: 'layout-shift', sources: Array.from({ length: 65 }, () => ({})) }],
    ['an inherited type name', { ...mark, entryType: 'constructor' }],
    ['no object', 7],
  ])('rejects and counts %s, and keeps its neighbours', (_, entry) => {
    const checked = checkEntries(JSON.stringify([mark, entry]));
    expect(checked).toEqual({ entries: JSON.stringify([mark]), accepted: 1, counts: { mark: 1 }, rejected: 1 });
  });

  it('leaves out members that it does not know, in items of lists too, and keeps the entry', () => {
    const script = { name: 'script', startTime: 1, duration: 60, sourceURL: 'https://shop.example/a.js' };
    const frame = { entryType: 'long-animation-frame', name: 'long-animation-frame', startTime: 1, duration: 80 };
    const text = JSON.stringify([
      { ...mark, cookie: 'x' },
      { ...frame, scripts: [{ ...script, tomorrow: 1 }] },
    ]).replace('"cookie"', '"__proto__"');
    const entries = JSON.stringify([mark, { ...frame, scripts: [script] }]);
    expect(checkEntries(text)).toEqual({
      entries,
      accepted: 2,
      counts: { mark: 1, 'long-animation-frame': 1 },
      rejected: 0,
    });
  });

  it.each([
    ['many members', Array.from({ length: 65 }, (_, i) => i)],
    ['many levels', [[[[[[[1]]]]]]]],
    ['much text', { note: 'x'.repeat(2049) }],
  ])('keeps a mark whose detail has %s, and of that the beginning of its text', (_, detail) => {
    const checked = checkEntries(JSON.stringify([{ ...mark, detail }, mark]));
    const cut = boundedText(JSON.stringify(detail));
    expect(checked).toEqual({
      entries: JSON.stringify([{ ...mark, detail: cut }, mark]),
      accepted: 2,
      counts: { mark: 2 },
      rejected: 0,
    });
    expect(cut.length).toBeLessThanOrEqual(2048);
  });

  it('passes every type of entry and observation on, whole', () => {
    const text = JSON.stringify(everyEntryType());
    const types = everyEntryType().map(({ entryType }) => entryType);
    const counts = Object.fromEntries(types.map((type) => [type, types.filter((other) => other === type).length]));
    expect(checkEntries(text)).toEqual({ entries: text, accepted: types.length, counts, rejected: 0 });
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
