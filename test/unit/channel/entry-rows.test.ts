import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEntries } from '../../../src/channel/guard-entries.ts';
import { entriesAsRows } from '../../fixtures/builders/entry-rows.ts';
import { everyEntryType } from '../../fixtures/builders/every-entry-type.ts';

const KINDS = { mark: ['name', 'startTime', 'duration', 'detail'] };
const mark = { entryType: 'mark', name: 'm', startTime: 1, duration: 0, detail: null };
const row = ['mark', 'm', 1, 0, null];

function check(list: readonly unknown[], kinds: unknown = KINDS) {
  return checkEntries(JSON.stringify(list), JSON.stringify(kinds));
}

describe('rows of entries', () => {
  it('become entries, beside those that came whole', () => {
    expect(check([row, mark, row])).toEqual({
      entries: JSON.stringify([mark, mark, mark]),
      accepted: 3,
      counts: { mark: 3 },
      rejected: 0,
    });
  });

  it('are read whatever their type', () => {
    const { rows, kinds } = entriesAsRows(everyEntryType());
    expect(JSON.parse(check(rows, kinds)?.entries ?? '')).toEqual(everyEntryType());
    expect(kinds).toHaveProperty('sources');
  });

  it('lose the members that nobody knows, in items of lists too', () => {
    const kinds = {
      mark: ['name', '__proto__', 'startTime', 'cookie', 'duration'],
      'layout-shift': ['name', 'startTime', 'duration', 'sources'],
      sources: ['node', 'constructor'],
    };
    const list = [
      ['mark', 'm', { polluted: true }, 1, 'x', 0],
      ['layout-shift', '', 1, 0, [['#hero', 7]]],
    ];
    expect(check(list, kinds)).toMatchObject({
      entries: JSON.stringify([
        { entryType: 'mark', name: 'm', startTime: 1, duration: 0 },
        { entryType: 'layout-shift', name: '', startTime: 1, duration: 0, sources: [{ node: '#hero' }] },
      ]),
      accepted: 2,
    });
  });

  it('hold what an interaction painted in a row of its own', () => {
    const kinds = {
      'interaction-contentful-paint': ['name', 'startTime', 'duration', 'largestContentfulPaint'],
      painted: ['name', 'startTime', 'size', 'secret'],
    };
    const row = ['interaction-contentful-paint', '', 7, 0];
    const entry = { entryType: 'interaction-contentful-paint', name: '', startTime: 7, size: 900, duration: 0 };
    const { size: _, ...bare } = entry;
    const list = [
      [...row, ['x', 9, 900, 1]],
      [...row, null],
      [...row, ['x', 9]],
    ];
    const checked = check(list, kinds);
    expect(JSON.parse(checked?.entries ?? '')).toEqual([entry, bare]);
    expect(checked?.rejected).toBe(1);
  });

  it.each([
    ['of a kind that was not told', ['measure', 'm', 1, 0, null]],
    ['of an unknown type', ['secret', 'm', 1, 0, null]],
    ['of an inherited name', ['constructor', 'm', 1, 0, null]],
    ['too short', ['mark', 'm', 1]],
    ['too long', [...row, 1]],
    ['without a type', [7, 'm', 1, 0, null]],
    ['without anything', []],
    ['with a time that is no number', ['mark', 'm', null, 0, null]],
    ['with a list of something else', ['layout-shift', '', 1, 0, [['#hero', 1]]]],
    ['with a list of no rows', ['layout-shift', '', 1, 0, ['#hero']]],
  ])('are rejected and counted when they are %s', (_, bad) => {
    const kinds = {
      ...KINDS,
      secret: KINDS.mark,
      'layout-shift': ['name', 'startTime', 'duration', 'sources'],
      sources: ['node'],
    };
    expect(check([row, bad], kinds)).toEqual({
      entries: JSON.stringify([mark]),
      accepted: 1,
      counts: { mark: 1 },
      rejected: 1,
    });
  });

  it.each(['', 'null', '7', '[1]', '{"mark":7}', '{"mark":["name",7]}', '{'])('cannot be read by %j', (kinds) => {
    expect(checkEntries(JSON.stringify([row]), kinds)).toBeNull();
  });

  it('are accounted for, whatever they and their kinds are', () => {
    const names = fc.array(fc.constantFrom('name', 'startTime', 'duration', 'sources', '__proto__', 'x'));
    const kinds = fc.dictionary(fc.constantFrom('mark', 'layout-shift', 'sources', '__proto__', 'toString'), names);
    const value = fc.oneof(fc.constant('m'), fc.constant(1), fc.jsonValue());
    const anyRow = fc.tuple(fc.constantFrom('mark', 'layout-shift', 'x'), fc.array(value)).map(([t, v]) => [t, ...v]);
    fc.assert(
      fc.property(fc.array(anyRow), kinds, (list, told) => {
        const checked = check(list, told);
        expect((checked?.accepted ?? 0) + (checked?.rejected ?? 0)).toBe(list.length);
        expect(JSON.parse(checked?.entries ?? '')).toHaveLength(checked?.accepted ?? -1);
      }),
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
