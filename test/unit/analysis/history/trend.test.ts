import { expect, test } from 'vitest';
import { factsOfRecord } from '../../../../src/analysis/history/page-load-facts.ts';
import { knownPatterns, type TrendMetric, trendOf } from '../../../../src/analysis/history/trend.ts';
import type { Budget } from '../../../../src/model/budget.ts';
import type { PageLoadRecord } from '../../../../src/model/page-load.ts';
import { FIREFOX_ENTRY_TYPES, pageLoadRecord, viewRecord, vitalRecord } from '../../../fixtures/builders/page-loads.ts';

const SHOP = 'https://shop.example';
const PRODUCTS = `${SHOP}/product/*`;

/** A load of a product's page at a time, with an LCP. */
function product(time: number, lcp: number, overrides: Partial<PageLoadRecord> = {}) {
  const url = `${SHOP}/product/${time}`;
  return factsOfRecord(
    pageLoadRecord({
      ...{ pageLoadId: `p${time}`, url, timeOrigin: time, views: [viewRecord({ url })] },
      vitals: [vitalRecord({ value: lcp })],
      ...overrides,
    }),
  );
}

const trend = (metric: TrendMetric, loads = LOADS, budgets: readonly Budget[] = []) =>
  trendOf(loads, PRODUCTS, metric, budgets);

const LOADS = [product(30, 1800), product(10, 1000), product(20, 2600), product(40, 1200)];

test('is of the views of one kind of pages, the oldest first', () => {
  const cart = factsOfRecord(pageLoadRecord({ url: `${SHOP}/cart`, views: [viewRecord({ url: `${SHOP}/cart` })] }));
  const { points, p75, unit } = trend('LCP', [...LOADS, cart]);
  expect(points.map(({ value }) => value)).toEqual([1000, 2600, 1800, 1200]);
  expect([p75, unit]).toEqual([1800, 'ms']);
});

test('leaves out what is not measured, disturbed or not known, and counts it', () => {
  const inflated = { name: 'LCP', value: 9000, rating: 'poor', state: 'inflated' } as const;
  const disturbed = product(50, 9000, { summary: { metrics: [inflated], totals: [] } });
  const browser = { name: 'Firefox', version: '153.0' };
  const firefox = product(60, 1, { browser, supportedEntryTypes: FIREFOX_ENTRY_TYPES });
  expect(trend('LCP', [...LOADS, disturbed])).toMatchObject({ withoutValue: 1, p75: 1800 });
  expect(trend('CLS', [firefox])).toMatchObject({
    ...{ points: [], withoutValue: 1, p75: null },
    ...{ unsupported: 1, lacks: ['Firefox does not measure this'] },
  });
  expect(trend('resource-size:total')).toMatchObject({ points: [], withoutValue: 4, p75: null });
});

test('goes by the total of requests and bytes where all of it is known', () => {
  const total = (value: number, unknown: number) => ({
    summary: {
      metrics: [],
      totals: [{ resourceType: 'total' as const, requests: 7, transferSize: { value, unknown } }],
    },
  });
  const loads = [product(1, 1, total(900, 0)), product(2, 1, total(100, 3))];
  expect(trend('resource-size:total', loads)).toMatchObject({
    points: [{ value: 900 }],
    withoutValue: 1,
    unit: 'bytes',
  });
  expect(trend('resource-count:total', loads).points.map(({ value }) => value)).toEqual([7, 7]);
});

test('is held against the strictest limits of the budgets that are about the page, not against relative ones', () => {
  const budgets: readonly Budget[] = [
    { name: 'All', match: '*', limits: [{ metric: 'LCP', warn: 2000, error: 4000 }] },
    { name: 'Products', match: '/product/*', limits: [{ metric: 'LCP', error: 2500 }] },
    { name: 'Cart', match: '/cart', limits: [{ metric: 'LCP', warn: 1, error: 1 }] },
    { name: 'Change', match: '*', limits: [{ metric: 'LCP', error: 0.1, relativeTo: 'baseline' }] },
  ];
  expect(trend('LCP', LOADS, budgets).limits).toEqual({ warn: 2000, error: 2500 });
  expect(trend('CLS', LOADS, budgets).limits).toEqual({ warn: null, error: null });
});

test('knows the kinds of pages, the most frequent first', () => {
  expect(knownPatterns([...LOADS, factsOfRecord(pageLoadRecord())])).toEqual([
    { pattern: PRODUCTS, views: 4 },
    { pattern: `${SHOP}/`, views: 1 },
  ]);
});
