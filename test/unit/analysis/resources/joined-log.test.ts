import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzePage, createPageAnalyzer } from '../../../../src/analysis/analyze-page.ts';
import type { ResourceEntry } from '../../../../src/model/entries.ts';
import type { HarRequest } from '../../../../src/model/har-request.ts';
import { harRequest } from '../../../fixtures/builders/har-requests.ts';
import { pageSnapshot, TIME_ORIGIN } from '../../../fixtures/builders/page-loads.ts';
import {
  navigationEntry,
  opaqueEntry,
  PAGE_ORIGIN,
  resourceEntry,
} from '../../../fixtures/builders/resource-entries.ts';

const context = { budgets: [], earlier: [] };

function resourcesOf(entries: readonly ResourceEntry[], requests: readonly HarRequest[]) {
  return analyzePage({ ...pageSnapshot([navigationEntry(), ...entries]), requests }, context).resources.slice(1);
}

const at = (ms: number, rest: Partial<HarRequest> = {}) =>
  harRequest({ startedAt: TIME_ORIGIN + ms, id: `log/${ms}`, ...rest });

describe('a request that both sources saw', () => {
  test('is one record: the wire as the log tells it, the moments as Resource Timing does', () => {
    expect(resourcesOf([resourceEntry()], [at(99)])).toMatchObject([
      {
        seenBy: 'both',
        startTime: 100,
        transferSize: { value: 10_400, source: 'har' },
        encodedBodySize: { value: 10_000, source: 'resource-timing' },
        sources: { times: 'resource-timing', phases: 'resource-timing', status: 'har', delivery: 'har' },
        priority: 'High',
        initiator: { type: 'parser', line: 12 },
        cacheLifetime: { freshFor: 3_600_000 },
        redirects: [],
      },
    ]);
  });

  test('has the sizes, phases and status that the browser hides from the page', () => {
    const url = 'https://cdn.other.example/lib.js';
    expect(resourcesOf([opaqueEntry({ name: url })], [at(100, { url })])).toMatchObject([
      {
        opaque: true,
        status: 200,
        transferSize: { value: 10_400, source: 'har' },
        decodedBodySize: { value: 30_000, source: 'har' },
        phases: { dns: 5, connect: 5, tls: 10, request: 1, wait: 40, download: 37 },
        sources: { phases: 'har', status: 'har' },
      },
    ]);
  });

  test('was revalidated where only Resource Timing tells so, since the log has what the cache holds', () => {
    const timed = resourceEntry({ transferSize: 300, encodedBodySize: 41, decodedBodySize: 41, responseStatus: 200 });
    expect(resourcesOf([timed], [at(99, { status: 200, transferSize: 112 })])).toMatchObject([
      {
        status: 304,
        delivery: 'revalidated',
        transferSize: { value: 112, source: 'har' },
        sources: { status: 'resource-timing', delivery: 'resource-timing' },
      },
    ]);
  });

  test('and failed is no hidden one', () => {
    const url = 'https://cdn.other.example/lib.js';
    const failed = at(100, { url, status: null, error: 'net::ERR_FAILED', transferSize: 0, contentSize: 0 });
    expect(resourcesOf([opaqueEntry({ name: url })], [failed])).toMatchObject([
      { opaque: false, status: null, failure: { aborted: false, text: 'net::ERR_FAILED' } },
    ]);
  });

  test('at the end of a chain has its hops, which are on record too', () => {
    const old = `${PAGE_ORIGIN}/old.js`;
    const hop = at(100, { id: 'hop', url: old, status: 302, time: 20, redirectedTo: `${PAGE_ORIGIN}/app.js` });
    const end = at(121, { id: 'end', redirectedFrom: 'hop' });
    const entry = resourceEntry({ name: old, redirectStart: 100, redirectEnd: 121 });
    for (const requests of [
      [hop, end],
      [end, hop],
    ]) {
      expect(resourcesOf([entry], requests)).toMatchObject([
        {
          seenBy: 'both',
          url: `${PAGE_ORIGIN}/app.js`,
          status: 200,
          redirects: [{ url: old, status: 302, duration: 20 }],
        },
        { seenBy: 'har', url: old, status: 302, redirectedTo: `${PAGE_ORIGIN}/app.js` },
      ]);
    }
  });
});

describe('a request that the log alone saw', () => {
  test('stands where it began', () => {
    const records = resourcesOf(
      [resourceEntry({ startTime: 300 })],
      [at(200, { url: `${PAGE_ORIGIN}/unread`, resourceType: 'fetch' })],
    );
    expect(records).toMatchObject([
      { seenBy: 'har', startTime: 200, initiatorType: 'fetch', resourceType: 'other' },
      { seenBy: 'resource-timing', startTime: 300 },
    ]);
  });

  test.each([
    ['that has not ended', { finished: false }],
    ['of a preflight', { resourceType: 'preflight', method: 'OPTIONS' }],
    ['that the log has no answer to', { status: null }],
  ])('%s has an unknown size, not 0', (_, rest) => {
    const [record] = resourcesOf([], [at(100, rest)]);
    expect(record?.transferSize).toEqual({ value: null, source: 'unknown' });
  });

  test('from a cache transferred nothing', () => {
    const [record] = resourcesOf([], [at(100, { fromCache: 'memory', transferSize: 12 })]);
    expect(record).toMatchObject({ delivery: 'cache', cache: 'memory', transferSize: { value: 0, source: 'har' } });
  });

  test('is none of the page when it is a reload that no server answered', () => {
    const document = {
      url: navigationEntry().name,
      resourceType: 'document',
      initiator: { type: 'other', url: null, line: null },
    } as const;
    const refused = { ...document, status: null, error: 'net::ERR_CONNECTION_REFUSED' };
    expect(resourcesOf([], [at(0, document), at(30_000, refused)])).toEqual([]);
    expect(resourcesOf([], [at(30_000, { ...refused, url: `${PAGE_ORIGIN}/elsewhere` })])).toHaveLength(1);
  });

  test('and comes again with its id takes its own place', () => {
    const unread = at(100, { id: 'one', finished: false });
    expect(resourcesOf([], [unread, { ...unread, finished: true }])).toMatchObject([
      { transferSize: { value: 10_400, source: 'har' } },
    ]);
  });
});

const startTime = fc.integer({ min: 0, max: 60 }).map((n) => n * 50);
const url = fc.nat(2).map((n) => `${PAGE_ORIGIN}/${n}.js`);
const anyEntry = fc.record({ startTime, name: url }).map(resourceEntry);
const anyRequest = fc
  .record({
    id: fc.nat(30).map((n) => `log/${n}`),
    startedAt: fc.tuple(startTime, fc.integer({ min: -10, max: 10 })).map(([ms, error]) => TIME_ORIGIN + ms + error),
    url,
    redirectedFrom: fc.option(
      fc.nat(30).map((n) => `log/${n}`),
      { freq: 4 },
    ),
    redirectedTo: fc.option(url, { freq: 4 }),
  })
  .map(harRequest);
const parts = <T>(item: fc.Arbitrary<T>) => fc.array(fc.array(item, { maxLength: 6 }), { minLength: 6, maxLength: 6 });

test('it does not matter in how many parts either side comes, nor how they take turns', () => {
  fc.assert(
    fc.property(
      parts(anyEntry),
      parts(anyRequest),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (entries, requests, asks) => {
        const snapshot = { ...pageSnapshot([navigationEntry(), ...entries.flat()]), requests: requests.flat() };
        const analyzer = createPageAnalyzer(context);
        analyzer.extend([navigationEntry()]);
        for (const [n, ask] of asks.entries()) {
          analyzer.extend(entries[n] ?? []);
          analyzer.extendRequests(requests[n] ?? []);
          if (ask) analyzer.result(snapshot.pageLoad);
        }
        expect(analyzer.result(snapshot.pageLoad)).toEqual(analyzePage(snapshot, context));
      },
    ),
  );
});
