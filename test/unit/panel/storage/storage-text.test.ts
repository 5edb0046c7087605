import { describe, expect, it, test } from 'vitest';
import { EMPTY_ACCOUNT } from '../../../../src/model/cache.ts';
import { LIMIT_FIELDS, parseLimit } from '../../../../src/panel/storage/limit-fields.ts';
import { compressionText, deletedText, hitText, recordsText } from '../../../../src/panel/storage/storage-text.ts';

const statistics = (rawBytes: number, storedBytes: number) => ({ ...EMPTY_ACCOUNT, rows: {}, rawBytes, storedBytes });
const hits = (hitRate: number | null) => ({ hits: 3, misses: 1, hitRate, evictions: 0, pageLoads: 1, entries: 1 });

describe('the words of the storage view', () => {
  it('tell how much smaller what is stored is than its JSON', () => {
    expect(compressionText(statistics(0, 0), '0 B')).toBe('Nothing is stored yet.');
    expect(compressionText(statistics(100, 100), '100 B')).toMatch(/^Not compressed yet/);
    expect(compressionText(statistics(4200, 100), '4.2 kB')).toBe(
      '42 times smaller than the 4.2 kB of JSON that it is.',
    );
  });

  it('tell the hit rate, and that there is none before anything was asked for', () => {
    expect(hitText(hits(null))).toBe('nothing asked for yet');
    expect(hitText(hits(0.75))).toBe('75\u00a0% (3 of 4 reads)');
  });

  it('count what was deleted', () => {
    expect([1, 2, 1234].map(deletedText)).toEqual([
      'One page load was deleted.',
      '2 page loads were deleted.',
      '1,234 page loads were deleted.',
    ]);
  });
});

describe('a limit that is typed in', () => {
  it.each(LIMIT_FIELDS)('$name is taken from its edges on, and refused beyond them with the range', (field) => {
    expect(parseLimit(String(field.min), field)).toBe(field.min * field.size);
    expect(parseLimit(String(field.max), field)).toBe(field.max * field.size);
    for (const text of ['', ' ', 'many', String(field.min - 1), String(field.max + 1)]) {
      expect(parseLimit(text, field), text).toHaveProperty('problem');
    }
  });
});

test('records are counted in words, without those that are none and those that nobody has heard of', () => {
  expect(
    recordsText({ account: 1, chunks: 4, history: 0, meta: 1, pageLoads: 1, pins: 1, requests: 2, sealed: 1200 }),
  ).toBe('1 page load, 4 batches of entries, 1,200 compressed batches, 2 batches of the network log, 1 pin');
  expect(recordsText({ account: 1, meta: 1 })).toBe('none');
});
