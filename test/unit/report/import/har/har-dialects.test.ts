import { describe, expect, it } from 'vitest';
import type { ReportPageLoad } from '../../../../../src/model/report.ts';
import { harFile, harFileEntry, realHar, webPageTestHar } from '../../../../fixtures/builders/har-files.ts';
import { importHar } from '../../../../fixtures/builders/imported-har.ts';

interface HarText {
  readonly log: {
    readonly entries: readonly {
      readonly time: number;
      readonly request: { readonly url: string; readonly method: string };
      readonly response: { readonly status: number };
    }[];
  };
}

const open = (har: unknown) => importHar(JSON.stringify(har));

function resource({ resources }: ReportPageLoad, path: string) {
  const found = resources.find(({ url }) => new URL(url).pathname === path);
  if (!found) throw new Error(`There is no request of ${path}.`);
  return found;
}

describe.each(['chromium', 'firefox', 'firefox-cached'] as const)('%s.har, which a real browser saved', (name) => {
  const text = realHar(name);
  const { log } = JSON.parse(text) as HarText;
  const { report } = importHar(text);

  it('is opened with every request, its method, status and time', () => {
    const facts = (url: string, method: string | null, status: number | null, time: number) =>
      `${method} ${url} ${status} ${Math.round(time)}`;
    const opened = report.pageLoads.flatMap(({ resources }) =>
      resources.map(({ url, method, status, duration }) => facts(url, method, status, duration)),
    );
    const saved = log.entries.map(({ request, response, time }) =>
      facts(request.url, request.method, response.status, time),
    );
    expect(opened.sort()).toEqual(saved.sort());
  });

  it('leaves cookies, credentials, bodies and what was posted behind', () => {
    expect(text).toContain('canary');
    expect(JSON.stringify(report)).not.toContain('canary');
  });

  it('has no data where it tells nothing, and no 0', () => {
    const metrics = report.pageLoads.flatMap(({ views }) => views.flatMap((view) => view.metrics));
    expect(metrics.length).toBeGreaterThan(0);
    for (const { value, state, stateReason } of metrics) {
      expect({ value, state }).toEqual({ value: null, state: 'no-data' });
      expect(stateReason).toMatch(/^The HAR file does not tell [A-Z]+\.$/);
    }
    const unmeasured = report.pageLoads.flatMap(({ insights }) =>
      insights.filter(({ status }) => status === 'not-measured'),
    );
    for (const { statusReason } of unmeasured) expect(statusReason).not.toMatch(/switch|look(ed)? again|not been/);
    const rules = [
      'layout-shifts',
      'long-tasks',
      'oversized-images',
      'unused-preloads',
      'script-errors',
      'heap-growth',
    ];
    expect(unmeasured.map(({ id }) => id)).toEqual(expect.arrayContaining(rules));
  });
});

it("Chromium's page is that which answered, with its load events, its redirect and the browser's name", () => {
  const { report } = importHar(realHar('chromium'));
  const [first, second] = report.pageLoads;
  if (!first || !second) throw new Error('There are not two page loads.');
  expect(report.generator.browser.name).toBe('Chrome');
  expect(first).toMatchObject({ url: 'http://127.0.0.1:8642/first', title: '' });
  expect(first.har?.creator).toEqual({ name: 'WebInspector', version: '537.36' });
  expect(first.har?.loadEvents.load).toBeCloseTo(127.08, 1);
  expect(resource(first, '/first').redirects?.map(({ url }) => url)).toEqual(['http://127.0.0.1:8642/old']);
  expect(resource(first, '/style.css')).toMatchObject({
    seenBy: 'har',
    resourceType: 'stylesheet',
    transferSize: { value: 259, source: 'har' },
    encodedBodySize: { value: 51, source: 'har' },
    decodedBodySize: { value: 560, source: 'har' },
    contentEncoding: 'gzip',
    initiator: { type: 'parser' },
  });
  expect(resource(second, '/style.css')).toMatchObject({ delivery: 'cache', cache: 'memory' });
  // `connection` is the server's port there.
  expect(new Set(first.resources.map(({ connectionId }) => connectionId))).not.toContain('8642');
});

it('Firefox has no class for a request: its document and its API calls are found all the same, unknown sizes stay unknown', () => {
  const [load] = importHar(realHar('firefox')).report.pageLoads;
  if (!load) throw new Error('There is no page load.');
  expect(load.url).toBe('http://127.0.0.1:8642/first');
  expect(resource(load, '/first')).toMatchObject({ resourceType: 'document', initiatorType: 'navigation' });
  expect(resource(load, '/api/items').initiatorType).toBe('fetch');
  expect(resource(load, '/style.css')).toMatchObject({ resourceType: 'stylesheet', decodedBodySize: { value: null } });
  expect(load.har?.loadEvents).toEqual({ domContentLoaded: null, load: null });
  const [cached] = importHar(realHar('firefox-cached')).report.pageLoads;
  if (!cached) throw new Error('There is no page load.');
  for (const size of ['transferSize', 'encodedBodySize', 'decodedBodySize'] as const)
    expect(resource(cached, '/style.css')[size].value).toBeNull();
});

it('a handshake that is not in connect is put there', () => {
  const timings = { blocked: 0, dns: 5, connect: 10, ssl: 20, send: 0, wait: 30, receive: 5 };
  const entries = [70, 50].map((time) =>
    harFileEntry({ time, timings: time === 70 ? timings : { ...timings, connect: 30, dns: -1, wait: 15 } }),
  );
  const phases = open(harFile({ entries })).report.pageLoads[0]?.resources.map((one) => one.phases);
  expect(phases).toMatchObject([
    { connect: 10, tls: 20 },
    { connect: 10, tls: 20 },
  ]);
});

it('WebPageTest tells vitals, render blocking, bytes and classes under names of its own', () => {
  const [load] = open(webPageTestHar()).report.pageLoads;
  if (!load) throw new Error('There is no page load.');
  expect(load.url).toBe('https://shop.example/');
  const values = load.views[0]?.metrics.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])) ?? [];
  expect(Object.fromEntries(values)).toEqual({ LCP: 1480, CLS: 0.12, FCP: 702.1, TTFB: 214, TBT: 120 });
  expect(load.har?.loadEvents).toEqual({ domContentLoaded: 812, load: 1934 });
  expect(resource(load, '/')).toMatchObject({ resourceType: 'document', transferSize: { value: 5321, source: 'har' } });
  expect(resource(load, '/app.css')).toMatchObject({
    resourceType: 'stylesheet',
    renderBlockingStatus: 'blocking',
    transferSize: { value: 4321, source: 'har' },
    initiator: { type: 'parser', url: 'https://shop.example/', line: null },
    phases: { queued: null, dns: null, connect: null, tls: null, wait: 30, download: 20 },
  });
});

it('sitespeed.io tells vitals by their long names', () => {
  const page = {
    id: 'page_1',
    startedDateTime: '2026-01-15T10:00:00Z',
    pageTimings: { _firstContentfulPaint: 500 },
    _googleWebVitals: { largestContentfulPaint: 900, cumulativeLayoutShift: 0, ttfb: 90, totalBlockingTime: 0 },
  };
  const [load] = open(harFile({ pages: [page] })).report.pageLoads;
  const told = load?.views[0]?.metrics.filter(({ value }) => value !== null).map(({ name, value }) => [name, value]);
  expect(Object.fromEntries(told ?? [])).toEqual({ LCP: 900, CLS: 0, FCP: 500, TTFB: 90, TBT: 0 });
});

describe('requests that name no page', () => {
  it('are one page load of their own, after those of the pages', () => {
    const entries = [
      harFileEntry(),
      harFileEntry({ pageref: undefined, request: { method: 'GET', url: 'https://api.example/a' } }),
      harFileEntry({ pageref: 'gone', request: { method: 'GET', url: 'https://api.example/b' } }),
    ];
    const { pageLoads } = open(harFile({ entries })).report;
    expect(pageLoads.map(({ title, resources }) => [title, resources.length])).toEqual([
      ['Shop', 1],
      ['Requests without a page', 2],
    ]);
  });

  it('are all there is in the file of a proxy', () => {
    const { pageLoads } = open({ log: { entries: [harFileEntry({ pageref: undefined })] } }).report;
    expect(pageLoads).toHaveLength(1);
    expect(pageLoads[0]).toMatchObject({
      url: 'https://shop.example/',
      timeOrigin: Date.UTC(2026, 0, 15, 10, 0, 0, 100),
    });
  });
});

it('a page without a request is a page load all the same', () => {
  expect(open(harFile({ entries: [] })).report.pageLoads).toMatchObject([{ title: 'Shop', resources: [] }]);
});

it('-1 and what is missing are unknown', () => {
  const response = { status: 0, bodySize: -1, headersSize: -1, content: { size: -1 } };
  const entry = harFileEntry({ response, time: -1, timings: { wait: 12 } });
  const bare = { startedDateTime: '2026-01-15T10:00:01Z', request: { url: 'https://shop.example/x' } };
  const loads = open(harFile({ entries: [entry, bare] })).report.pageLoads;
  const [first, second] = loads.flatMap(({ resources }) => resources);
  const nothing = { status: null, transferSize: { value: null }, encodedBodySize: { value: null } };
  expect(first).toMatchObject({ ...nothing, duration: 12 });
  expect(second).toMatchObject({ ...nothing, protocol: null, mimeType: null, delivery: 'unknown' });
});
