import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchRequests } from '../../../../src/analysis/resources/match-requests.ts';

const at = (...times: readonly number[]) => times.map((startTime) => ({ startTime }));
const pairs = (first: readonly number[], second: readonly number[]) =>
  matchRequests(at(...first), at(...second)).map(([a, b]) => [a.startTime, b.startTime]);

describe('the requests of one URL', () => {
  test('are paired in their order when both sources saw all', () => {
    expect(pairs([0, 5, 5, 400], [1, 4, 6, 390])).toEqual([
      [0, 1],
      [5, 4],
      [5, 6],
      [400, 390],
    ]);
  });

  test('that one source missed are passed over', () => {
    expect(pairs([0, 2000], [1, 1000, 2001])).toEqual([
      [0, 1],
      [2000, 2001],
    ]);
    expect(pairs([0, 1000, 2000], [1001])).toEqual([[1000, 1001]]);
    expect(pairs([0, 1000], [1001, 2001])).toEqual([[1000, 1001]]);
  });

  test('that lie far apart are not the same', () => {
    expect(pairs([0], [5000])).toEqual([]);
  });
});

test('each is in one pair at most, in the order of both lists', () => {
  const times = fc.array(fc.nat(5000)).map((list) => list.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(times, times, (first, second) => {
      const [one, other] = [at(...first), at(...second)];
      const matched = matchRequests(one, other);
      const places = matched.map(([a, b]) => [one.indexOf(a), other.indexOf(b)] as const);
      for (const [n, [i, j]] of places.entries()) {
        const before = places[n - 1];
        if (before) expect(i > before[0] && j > before[1]).toBe(true);
      }
    }),
  );
});

test('where both sources saw all within their error, all are paired', () => {
  const seen = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: -20, max: 20 })), { maxLength: 50 });
  fc.assert(
    fc.property(seen, (requests) => {
      const sort = (list: readonly number[]) => list.toSorted((a, b) => a - b);
      const first = sort(requests.map(([time]) => time));
      const second = sort(requests.map(([time, error]) => time + error));
      expect(pairs(first, second)).toHaveLength(requests.length);
    }),
  );
});
