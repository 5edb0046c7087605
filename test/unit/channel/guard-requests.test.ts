import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRequests } from '../../../src/channel/guard-requests.ts';
import { parseDevtoolsMessage } from '../../../src/channel/guards.ts';
import { harRequest } from '../../fixtures/builders/har-requests.ts';

const parse = (...requests: readonly unknown[]) => parseRequests(JSON.stringify(requests), requests.length);

test('well-formed requests pass as they are', () => {
  const requests = [harRequest(), harRequest({ status: null, initiator: null, fromCache: 'disk', headers: {} })];
  expect(parse(...requests)).toEqual(requests);
});

test.each([
  ['a missing member', { method: undefined }],
  ['a member that it does not know', { cookies: [] }],
  ['a header that is not kept', { headers: { 'set-cookie': 'sid=1' } }],
  ['a size that is no number', { transferSize: '12' }],
  ['a negative size', { bodySize: -1 }],
  ['a string without end', { url: 'u'.repeat(3000) }],
  ['a cache that there is not', { fromCache: 'cloud' }],
  ['timings that lack a part', { timings: { blocked: 1 } }],
])('%s is refused', (_, change) => {
  expect(parse({ ...harRequest(), ...change })).toBeNull();
});

test('a batch whose number of requests is another than it says is refused', () => {
  expect(parseRequests(JSON.stringify([harRequest()]), 2)).toBeNull();
  expect(parseRequests('[', 0)).toBeNull();
});

test('nothing that comes makes the guards throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, text) => {
      parseDevtoolsMessage(value);
      parseDevtoolsMessage({ type: 'har', requests: text, page: value });
      parseRequests(text, 1);
      expect(parse(value)).toBeNull();
    }),
  );
});
