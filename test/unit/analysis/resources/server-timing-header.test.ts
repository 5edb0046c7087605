import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseServerTiming } from '../../../../src/analysis/resources/server-timing-header.ts';

test('a header is its metrics, with durations and descriptions where they are told', () => {
  expect(parseServerTiming('db;dur=53.5;desc="Orders, \\"new\\"", cache;desc=HIT,total;DUR=80')).toEqual([
    { name: 'db', duration: 53.5, description: 'Orders, "new"' },
    { name: 'cache', duration: 0, description: 'HIT' },
    { name: 'total', duration: 80, description: '' },
  ]);
  expect(parseServerTiming(undefined)).toEqual([]);
});

test('whatever a server sends, durations are numbers and names are there', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      for (const { name, duration } of parseServerTiming(header)) {
        expect(name).not.toBe('');
        expect(Number.isFinite(duration)).toBe(true);
      }
    }),
  );
});
