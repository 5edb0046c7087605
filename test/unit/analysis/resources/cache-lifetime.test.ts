import { expect, test } from 'vitest';
import { cacheLifetimeOf } from '../../../../src/analysis/resources/cache-lifetime.ts';

const NOW = Date.UTC(2026, 0, 15, 10);

test.each([
  [{ 'cache-control': 'public, max-age=60' }, { storable: true, freshFor: 60_000, source: 'cache-control' }],
  [
    { 'cache-control': 'Max-Age="60"', age: '20' },
    { storable: true, freshFor: 40_000, source: 'cache-control' },
  ],
  [
    { 'cache-control': 'max-age=60', age: '90' },
    { storable: true, freshFor: 0, source: 'cache-control' },
  ],
  [{ 'cache-control': 'no-cache, max-age=60' }, { storable: true, freshFor: 0, source: 'cache-control' }],
  [{ 'cache-control': 'no-store' }, { storable: false, freshFor: 0, source: 'cache-control' }],
  [{ 'cache-control': 's-maxage=60' }, { storable: true, freshFor: null, source: 'none' }],
  [{ expires: 'Thu, 15 Jan 2026 10:01:00 GMT' }, { storable: true, freshFor: 60_000, source: 'expires' }],
  [{ expires: '0' }, { storable: true, freshFor: 0, source: 'expires' }],
  [
    { 'cache-control': 'max-age=5', expires: 'Thu, 15 Jan 2026 10:01:00 GMT' },
    { storable: true, freshFor: 5000, source: 'cache-control' },
  ],
  [{ etag: '"1"' }, { storable: true, freshFor: null, source: 'none' }],
])('%j', (headers, lifetime) => {
  expect(cacheLifetimeOf(headers as Readonly<Record<string, string>>, NOW)).toEqual(lifetime);
});
