import { expect, test } from 'vitest';
import { UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { deliveryFacts, requestFacts, sizeFacts } from '../../../../src/panel/resources/resource-facts.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';

function factsOf(
  overrides: Parameters<typeof resourceRecord>[0],
  observer = pageLoadRecord(),
): Readonly<Record<string, string>> {
  const resource = resourceRecord(overrides);
  return Object.fromEntries([...sizeFacts(resource), ...requestFacts(resource, observer), ...deliveryFacts(resource)]);
}

test('every value says who told it where two told', () => {
  const facts = factsOf({
    seenBy: 'both',
    transferSize: { value: 5120, source: 'har' },
    sources: { ...resourceRecord().sources, status: 'har' },
  });
  expect(facts).toMatchObject({
    Transferred: '5.1\u00a0kB (DevTools network log)',
    Status: '200 (DevTools network log)',
    Protocol: 'h2 (Resource Timing)',
    'Seen by': 'DevTools network log and Resource Timing',
  });
});

test('what one source told is said once', () => {
  const one = factsOf({});
  expect(one).toMatchObject({ Transferred: '10.3\u00a0kB', Status: '200', 'Seen by': 'Resource Timing' });
  const size = { value: 5120, source: 'har' } as const;
  const all = { status: 'har', protocol: 'har', contentEncoding: 'har', delivery: 'har' } as const;
  const sizes = { transferSize: size, encodedBodySize: size, decodedBodySize: size };
  const sources = { ...resourceRecord().sources, ...all };
  expect(factsOf({ seenBy: 'both', ...sizes, sources })).toMatchObject({
    Transferred: '5.1\u00a0kB',
    Protocol: 'h2',
    'Seen by': 'DevTools network log and Resource Timing; figures of the DevTools network log',
  });
});

test('what nobody told is unknown', () => {
  expect(factsOf({ transferSize: UNKNOWN_SIZE, status: null, mimeType: null })).toMatchObject({
    Transferred: 'unknown: hidden from other origins without Timing-Allow-Origin',
    Status: 'unknown',
    Priority: 'unknown',
    'May be kept': 'unknown',
  });
});

test('what Firefox tells of no request is not measured there, unless a file tells it', () => {
  const browser = { name: 'Firefox', version: '153.0' };
  const untold = { priority: null, renderBlockingStatus: null };
  const lack = 'Firefox does not measure this';
  expect(factsOf(untold, pageLoadRecord({ browser }))).toMatchObject({ Priority: lack, 'Render-blocking': lack });
  const har = { creator: browser, loadEvents: { domContentLoaded: null, load: null }, metrics: {} };
  expect(factsOf(untold, pageLoadRecord({ browser, har })).Priority).toBe('unknown');
});

test('a request without an answer says how it ended', () => {
  const failure = { aborted: false, text: 'net::ERR_CONNECTION_REFUSED' };
  expect(factsOf({ status: null, failure }).Status).toBe('failed (net::ERR_CONNECTION_REFUSED)');
  expect(factsOf({ status: null, failure: { aborted: true, text: null } }).Status).toBe('aborted');
});

test('the lifetime in the cache is what the headers say', () => {
  const kept = (storable: boolean, freshFor: number | null) =>
    factsOf({ cacheLifetime: { storable, freshFor, source: 'cache-control' } })['May be kept'];
  expect(kept(true, 60_000)).toBe('60\u00a0s (cache-control)');
  expect(kept(true, 0)).toBe('asked anew each time');
  expect(kept(true, null)).toBe('as long as the browser guesses (no lifetime is said)');
  expect(kept(false, 0)).toBe('not at all (no-store)');
});

test('redirects are listed with where they led', () => {
  const facts = factsOf({
    redirects: [{ url: 'https://shop.example/old', status: 301, duration: 40 }],
    initiator: { type: 'parser', url: 'https://shop.example/page.html', line: 12 },
  });
  expect(facts['Redirect 301']).toBe('shop.example/old (40\u00a0ms)');
  expect(facts.Initiator).toBe('script: parser, page.html:12');
});
