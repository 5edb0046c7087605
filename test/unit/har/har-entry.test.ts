import { describe, expect, test } from 'vitest';
import { harRequestOf } from '../../../src/har/har-entry.ts';
import { chromiumHarEntry } from '../../fixtures/builders/chromium-har.ts';

const IDENTITY = { id: 'log/1', redirectedFrom: null, finished: true };

describe('a HAR entry of Chromium', () => {
  test('is reduced to what analysis reads', () => {
    expect(harRequestOf(chromiumHarEntry(), IDENTITY)).toEqual({
      ...IDENTITY,
      url: 'https://shop.example/app.js',
      method: 'GET',
      resourceType: 'script',
      startedAt: Date.UTC(2026, 0, 15, 10),
      time: 8.3,
      timings: { blocked: 3.9, dns: -1, connect: -1, ssl: -1, send: 0.6, wait: 3.2, receive: 0.6 },
      status: 200,
      error: null,
      protocol: 'http/1.1',
      mimeType: 'text/javascript',
      transferSize: 4528,
      bodySize: 4369,
      contentSize: 4356,
      fromCache: null,
      fromServiceWorker: false,
      priority: 'High',
      connectionId: '93',
      initiator: { type: 'parser', url: 'https://shop.example/', line: 6 },
      redirectedTo: null,
      headers: { 'cache-control': 'max-age=60', 'content-type': 'text/javascript' },
    });
  });

  test('loses cookies, authorization, bodies and what was posted', () => {
    const text = JSON.stringify(harRequestOf(chromiumHarEntry(), IDENTITY));
    expect(text).not.toMatch(/secret/);
  });

  test('loses credentials and fragments of URLs, its own and others', () => {
    const entry = chromiumHarEntry({
      request: { url: 'https://jane:secret@shop.example/a#secret', method: 'GET' },
      response: { status: 302, redirectURL: 'https://jane:secret@id.example/#secret', headers: [] },
      _initiator: {
        type: 'script',
        stack: { callFrames: [{ url: 'https://j:secret@shop.example/x.js#secret', lineNumber: 0 }] },
      },
    });
    expect(harRequestOf(entry, IDENTITY)).toMatchObject({
      url: 'https://shop.example/a',
      redirectedTo: 'https://id.example/',
      initiator: { type: 'script', url: 'https://shop.example/x.js', line: 1 },
    });
  });

  test('tells where a relative redirect led', () => {
    const response = { status: 301, redirectURL: '/new?x=1#top', headers: [{ name: 'Location', value: '/new?x=1' }] };
    expect(harRequestOf(chromiumHarEntry({ response }), IDENTITY)).toMatchObject({
      redirectedTo: 'https://shop.example/new?x=1',
      headers: { location: 'https://shop.example/new?x=1' },
    });
  });

  test('without an answer has an error and no status', () => {
    const response = { status: 0, _error: 'net::ERR_ABORTED', _transferSize: 0, bodySize: -1, headersSize: -1 };
    expect(harRequestOf(chromiumHarEntry({ response }), IDENTITY)).toMatchObject({
      status: null,
      error: 'net::ERR_ABORTED',
      bodySize: null,
      transferSize: 0,
    });
  });
});

test('protocols have the names of Resource Timing', () => {
  const protocol = (httpVersion: string) =>
    harRequestOf(chromiumHarEntry({ response: { status: 200, httpVersion } }), IDENTITY)?.protocol;
  expect(['HTTP/1.1', 'http/2.0', 'HTTP/2', 'h3', ''].map(protocol)).toEqual(['http/1.1', 'h2', 'h2', 'h3', null]);
});

test("an entry of Firefox, which has none of Chromium's members, is taken for what it tells", () => {
  const entry = {
    startedDateTime: '2026-01-15T11:00:00.000+01:00',
    time: 20,
    request: { method: 'GET', url: 'https://shop.example/' },
    response: {
      status: 200,
      httpVersion: 'HTTP/2',
      headers: [],
      headersSize: 233,
      bodySize: 497,
      content: { size: 264 },
    },
    timings: { blocked: 1, dns: 0, connect: 0, ssl: 0, send: 0, wait: 18, receive: 1 },
  };
  expect(harRequestOf(entry, IDENTITY)).toMatchObject({
    startedAt: Date.UTC(2026, 0, 15, 10),
    transferSize: 497,
    bodySize: 264,
    contentSize: 264,
    resourceType: '',
    priority: null,
    initiator: null,
  });
});

test('Firefox tells of no sizes that were not seen: of a compressed content, of an answer from the cache', () => {
  const entry = (response: object) => ({
    startedDateTime: '2026-01-15T10:00:00Z',
    request: { method: 'GET', url: 'https://shop.example/' },
    response: { status: 200, headers: [], content: { size: 857 }, ...response },
  });
  const gzip = { headers: [{ name: 'content-encoding', value: 'gzip' }], headersSize: 202, bodySize: 1059 };
  expect(harRequestOf(entry(gzip), IDENTITY)).toMatchObject({ transferSize: 1059, bodySize: 857, contentSize: null });
  const cached = { headersSize: 0, bodySize: 1584 };
  expect(harRequestOf(entry(cached), IDENTITY)).toMatchObject({ transferSize: null, bodySize: null, contentSize: 857 });
});

test.each([
  ['nothing', null],
  ['no URL', { startedDateTime: '2026-01-15T10:00:00Z', request: {} }],
  ['no moment', { request: { url: 'https://shop.example/' } }],
  ['an extension', { startedDateTime: '2026-01-15T10:00:00Z', request: { url: 'chrome-extension://abc/panel.html' } }],
])('%s is no request', (_, entry) => {
  expect(harRequestOf(entry, IDENTITY)).toBeNull();
});
