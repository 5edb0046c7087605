import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMN_IDS } from '../../../../src/panel/resources/column-ids.ts';
import { GROUPINGS, WATERFALL_SPANS } from '../../../../src/panel/resources/resources-location.ts';
import { formatLocation, parseLocation, START_LOCATION, VIEW_IDS } from '../../../../src/panel/state/panel-location.ts';

const locations = fc.record({
  view: fc.constantFrom(...VIEW_IDS),
  sessionId: fc.option(fc.uuid()),
  pageLoadId: fc.option(fc.uuid()),
  sort: fc.record({ key: fc.constantFrom(...COLUMN_IDS), descending: fc.boolean() }),
  filter: fc.string({ unit: 'grapheme' }),
  sessions: fc.record({
    show: fc.constantFrom('list' as const, 'compare' as const, 'trends' as const),
    find: fc.string({ unit: 'grapheme' }),
    isGrouped: fc.boolean(),
    chosen: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 500 }),
    a: fc.option(fc.uuid()),
    b: fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
    metric: fc.constantFrom('LCP', 'CLS', 'resource-size:total'),
    pattern: fc.option(fc.webUrl()),
  }),
  facets: fc.record({
    type: fc.subarray(['script', 'image']),
    party: fc.subarray(['first', 'third']),
    status: fc.subarray(['2xx', 'no answer']),
    flag: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }),
    host: fc.uniqueArray(fc.domain(), { maxLength: 3 }),
  }),
  group: fc.option(fc.constantFrom(...GROUPINGS)),
  request: fc.option(fc.string({ minLength: 1 })),
  span: fc.constantFrom(...WATERFALL_SPANS),
});

test('reads back every location that it writes', () => {
  fc.assert(
    fc.property(locations, (location) => {
      expect(parseLocation(`#${formatLocation(location)}`)).toEqual(location);
    }),
  );
});

test('writes nothing for the start', () => {
  expect(formatLocation(START_LOCATION)).toBe('');
});

test('takes what it does not know for the start', () => {
  expect(
    parseLocation(
      '#view=secrets&sort=-colour&load=&other=1&type=spaceship&party=&status=9xx&group=colour&request=&span=year',
    ),
  ).toEqual(START_LOCATION);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(VIEW_IDS).toContain(parseLocation(text).view);
    }),
  );
});

test('names no chosen row rather than a part of very many', () => {
  const chosen = Array.from({ length: 501 }, (_, index) => `page-load-${index}`);
  const { sessions } = START_LOCATION;
  const back = parseLocation(formatLocation({ ...START_LOCATION, sessions: { ...sessions, find: 'cart', chosen } }));
  expect(back.sessions).toEqual({ ...sessions, find: 'cart' });
});

test('writes a location that a person can read', () => {
  const location = parseLocation('view=resources&sort=-transfer&filter=.js');
  expect(location.sort).toEqual({ key: 'transfer', descending: true });
  expect(formatLocation(location)).toBe('view=resources&sort=-transfer&filter=.js');
});
