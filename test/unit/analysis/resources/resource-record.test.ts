import { describe, expect, test } from 'vitest';
import { resourceRecordOf } from '../../../../src/analysis/resources/resource-record.ts';
import type { NavigationEntry, ResourceEntry } from '../../../../src/model/entries.ts';
import { resourcePhases } from '../../../fixtures/builders/analysis.ts';
import {
  navigationEntry,
  opaqueEntry,
  PAGE_ORIGIN,
  resourceEntry,
} from '../../../fixtures/builders/resource-entries.ts';

const UNKNOWN = { value: null, source: 'unknown' };
const OTHER = 'https://cdn.other.example/lib.js';

function record(entry: ResourceEntry | NavigationEntry) {
  return resourceRecordOf(entry, { origin: PAGE_ORIGIN, partyOf: () => 'first', entityOf: () => null });
}

function known(value: number) {
  return { value, source: 'resource-timing' };
}

describe('delivery', () => {
  const cases: readonly [string, Partial<ResourceEntry>, string][] = [
    ['a full response', {}, 'network'],
    ['a cache hit', { transferSize: 0 }, 'cache'],
    [
      'a cache hit that says so',
      { deliveryType: 'cache', transferSize: 0, encodedBodySize: 0, decodedBodySize: 0 },
      'cache',
    ],
    ['an empty file from the cache', { transferSize: 0, encodedBodySize: 0, decodedBodySize: 0 }, 'cache'],
    ['a revalidated response', { transferSize: 300 }, 'revalidated'],
    ['a revalidated response of Chromium', { deliveryType: 'cache', transferSize: 300 }, 'revalidated'],
    ['a 304 with its real headers counted', { transferSize: 182 }, 'revalidated'],
    [
      'a response with status 304',
      { responseStatus: 304, transferSize: 400, encodedBodySize: 0, decodedBodySize: 0 },
      'revalidated',
    ],
    [
      'an empty response',
      { responseStatus: 204, transferSize: 300, encodedBodySize: 0, decodedBodySize: 0 },
      'network',
    ],
    ['a small response', { transferSize: 340, encodedBodySize: 40, decodedBodySize: 40 }, 'network'],
    ['a service worker', { workerStart: 101 }, 'service-worker'],
    ['a service worker with a cached body', { workerStart: 101, transferSize: 0 }, 'service-worker'],
    ['a data: URL', { name: 'data:image/png;base64,AAAA', transferSize: 0 }, 'cache'],
    ['a blob: URL', { name: 'blob:https://shop.example/1', transferSize: 0 }, 'cache'],
  ];
  test.each(cases)('%s', (_, overrides, delivery) => {
    expect(record(resourceEntry(overrides)).delivery).toBe(delivery);
  });
});

describe('what only the network log of DevTools tells', () => {
  test('is not known from Resource Timing alone', () => {
    expect(record(resourceEntry({ contentType: '' }))).toMatchObject({
      seenBy: 'resource-timing',
      sources: { times: 'resource-timing', status: 'resource-timing', mimeType: 'unknown' },
      priority: null,
      initiator: null,
      failure: null,
      cacheLifetime: null,
      responseHeaders: null,
      redirects: null,
    });
  });

  test('a connection counts as used before when no time passed to open it', () => {
    expect(record(resourceEntry()).connectionReused).toBe(false);
    const used = { domainLookupStart: 100, domainLookupEnd: 100, connectStart: 100, connectEnd: 100 };
    expect(record(resourceEntry(used)).connectionReused).toBe(true);
    expect(record(opaqueEntry()).connectionReused).toBeNull();
    expect(record(resourceEntry({ ...used, transferSize: 0 })).connectionReused).toBeNull();
  });
});

describe('a response from another origin', () => {
  test('without Timing-Allow-Origin has unknown sizes, phases and status', () => {
    const opaque = record(opaqueEntry());
    expect(opaque).toMatchObject({
      opaque: true,
      status: null,
      delivery: 'unknown',
      transferSize: UNKNOWN,
      encodedBodySize: UNKNOWN,
      decodedBodySize: UNKNOWN,
    });
    expect(opaque.phases).toEqual(resourcePhases());
  });

  test('with CORS but without Timing-Allow-Origin tells its body and not its transfer', () => {
    expect(record(opaqueEntry({ encodedBodySize: 5000, decodedBodySize: 9000, responseStatus: 200 }))).toMatchObject({
      opaque: true,
      status: 200,
      transferSize: UNKNOWN,
      encodedBodySize: known(5000),
      decodedBodySize: known(9000),
    });
  });

  test('with Timing-Allow-Origin tells all', () => {
    expect(record(resourceEntry({ name: OTHER }))).toMatchObject({ opaque: false, transferSize: known(10_300) });
  });

  test('with Timing-Allow-Origin and a hidden body does not turn the header overhead into a size', () => {
    const bodies = { encodedBodySize: 0, decodedBodySize: 0, responseStatus: 0 };
    expect(record(resourceEntry({ name: OTHER, transferSize: 300, ...bodies }))).toMatchObject({
      opaque: false,
      transferSize: UNKNOWN,
      encodedBodySize: UNKNOWN,
    });
    expect(record(resourceEntry({ name: OTHER, transferSize: 4300, ...bodies }))).toMatchObject({
      transferSize: known(4300),
      encodedBodySize: UNKNOWN,
    });
  });

  test('that says it is from the cache is known to have transferred nothing', () => {
    expect(record(opaqueEntry({ deliveryType: 'cache', responseStatus: 200 }))).toMatchObject({
      opaque: false,
      delivery: 'cache',
      transferSize: known(0),
    });
  });

  test('is one from another port of the same host', () => {
    expect(record(opaqueEntry({ name: `${PAGE_ORIGIN}:8443/x.js` })).opaque).toBe(true);
  });
});

describe('a failed request of the own origin', () => {
  const zeros = { requestStart: 0, responseStart: 0, transferSize: 0, encodedBodySize: 0, decodedBodySize: 0 };

  test('has no status, and its zeros are true', () => {
    const failed = record(resourceEntry({ ...zeros, responseStatus: 0 }));
    expect(failed).toMatchObject({ opaque: false, status: null, delivery: 'unknown', transferSize: known(0) });
  });

  test('with a status keeps it', () => {
    expect(record(resourceEntry({ responseStatus: 404 })).status).toBe(404);
  });
});

test('a data: URL transfers nothing', () => {
  const inlined = { name: 'data:text/css,a{}', transferSize: 905, encodedBodySize: 3, decodedBodySize: 3 };
  expect(record(resourceEntry(inlined)).transferSize).toEqual(known(0));
});

test('the document lasts until its last byte, not until the load event', () => {
  expect(record(navigationEntry({ responseEnd: 130 }))).toMatchObject({
    resourceType: 'document',
    initiatorType: 'navigation',
    duration: 130,
  });
});

test('MIME types lose their parameters; what the browser leaves out is null', () => {
  expect(record(resourceEntry({ contentType: 'Text/CSS; charset=utf-8' })).mimeType).toBe('text/css');
  const { contentType: _, contentEncoding: __, responseStatus: ___, ...older } = resourceEntry({ nextHopProtocol: '' });
  expect(record(older)).toMatchObject({ mimeType: null, contentEncoding: null, status: null, protocol: null });
});
