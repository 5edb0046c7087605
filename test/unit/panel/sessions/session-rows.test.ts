import { expect, test } from 'vitest';
import { factsOfRecord } from '../../../../src/analysis/history/page-load-facts.ts';
import { comparable } from '../../../../src/panel/sessions/compared-rows.ts';
import { type LoadRow, parseRowKey, rowKey, sessionRows } from '../../../../src/panel/sessions/session-rows.ts';
import { pageLoadRecord, viewRecord } from '../../../fixtures/builders/page-loads.ts';

const SHOP = 'https://shop.example';

const cart = factsOfRecord(
  pageLoadRecord({
    pageLoadId: 'cart',
    url: `${SHOP}/cart`,
    title: 'Your cart',
    timeOrigin: 300,
    views: [
      viewRecord({ url: `${SHOP}/cart` }),
      viewRecord({ viewId: 'route', kind: 'soft-navigation', url: `${SHOP}/checkout`, startTime: 50 }),
    ],
  }),
);
const shop = factsOfRecord(pageLoadRecord({ pageLoadId: 'shop', timeOrigin: 200, sessionId: 'other' }));
const first = factsOfRecord(pageLoadRecord({ pageLoadId: 'first', timeOrigin: 100, title: 'First' }));
const NEWEST_FIRST = [cart, shop, first];

const keysOf = (find: string, isGrouped = false) =>
  sessionRows(NEWEST_FIRST, { find, isGrouped }).map(({ key }) => key);

test('each page load is followed by its further views', () => {
  expect(keysOf('')).toEqual(['cart', 'cart@route', 'shop', 'first']);
});

test('sessions are headed with their page loads, in the order of their newest', () => {
  expect(keysOf('', true)).toEqual(['session session-1', 'cart', 'cart@route', 'first', 'session other', 'shop']);
  const [head] = sessionRows(NEWEST_FIRST, { find: '', isGrouped: true });
  expect(head).toMatchObject({ kind: 'session', startedAt: 100, loads: [cart, first] });
});

test('every word of the filter is in the URL or the title', () => {
  expect(keysOf('YOUR cart')).toEqual(['cart', 'cart@route']);
  expect(keysOf('first')).toEqual(['first']);
  expect(keysOf('cart first')).toEqual([]);
});

test('a page load stands for its view that matches, without those that do not', () => {
  expect(keysOf('checkout')).toEqual(['cart', 'cart@route']);
  expect(keysOf('checkout', true)).toEqual(['session session-1', 'cart', 'cart@route']);
});

test('a key names a page load or a view of it', () => {
  for (const [pageLoadId, viewId] of [
    ['a-b', null],
    ['a-b', 'v5-1@x'],
  ] as const)
    expect(parseRowKey(rowKey(pageLoadId, viewId))).toEqual({ pageLoadId, viewId });
});

test('two rows are compared, the earlier with the later, and one with what is shown', () => {
  const [load, route, other] = sessionRows(NEWEST_FIRST, { find: '', isGrouped: false }) as readonly LoadRow[];
  if (!load || !route || !other) throw new Error('There are three rows.');
  expect(comparable([load, other], null)).toEqual({ a: 'shop', b: 'cart' });
  expect(comparable([load, route], null)).toEqual({ a: 'cart', b: 'cart@route' });
  expect(comparable([other], 'cart')).toEqual({ a: 'shop', b: 'cart' });
  expect(comparable([load], 'cart')).toBeNull();
  expect(comparable([], 'cart')).toBeNull();
  expect(comparable([load, route, other], null)).toBeNull();
  const gone: LoadRow = { kind: 'load', key: 'gone', load: { ...first, state: 'summary' } };
  expect(comparable([gone, load], null)).toBeNull();
});
