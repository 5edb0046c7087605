import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzePage, createPageAnalyzer } from '../../../src/analysis/analyze-page.ts';
import { STARTER_BUDGET } from '../../../src/analysis/budgets/starter.ts';
import type { EntryRecord } from '../../../src/model/entries.ts';
import type { HarRequest } from '../../../src/model/har-request.ts';
import { harRequest } from '../../fixtures/builders/har-requests.ts';
import { heapObservation, imageObservation, scriptErrorObservation } from '../../fixtures/builders/observations.ts';
import {
  pageLoadRecord,
  pageSnapshot,
  TIME_ORIGIN,
  viewRecord,
  vitalRecord,
} from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, opaqueEntry, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import {
  eventEntry,
  firstInputEntry,
  frameEntry,
  lcpEntry,
  longTaskEntry,
  paintEntry,
  scriptTiming,
  shiftEntry,
  userTimingEntry,
  visibilityEntry,
} from '../../fixtures/builders/timeline-entries.ts';

const context = { budgets: [STARTER_BUDGET], earlier: [] };

/** Entries of every kind that analysis reads, with equal start times among them, in the order of nothing in particular. */
const startTime = fc.integer({ min: 0, max: 40 }).map((n) => n * 100);
const anyEntry: fc.Arbitrary<EntryRecord> = fc.oneof(
  fc
    .record({ startTime, n: fc.nat(3) })
    .map(({ n, ...at }) => resourceEntry({ ...at, name: `https://shop.example/${n}.js` })),
  fc
    .record({ startTime, n: fc.nat(3), responseEnd: startTime, responseStatus: fc.constantFrom(200, 500) })
    .map(({ n, ...at }) => resourceEntry({ ...at, name: `https://shop.example/api/${n}`, initiatorType: 'fetch' })),
  fc
    .record({ startTime, n: fc.nat(2), initiatorType: fc.constantFrom('img', 'css', 'iframe') })
    .map(({ n, ...at }) => resourceEntry({ ...at, name: `https://cdn-${n}.example/a.woff2` })),
  fc.record({ startTime }).map(opaqueEntry),
  fc.record({ responseEnd: startTime }).map(navigationEntry),
  fc.record({ startTime, duration: fc.constantFrom(60, 120) }).map(longTaskEntry),
  startTime.map((at) => frameEntry({ startTime: at, scripts: [scriptTiming({ startTime: at + 5 })] })),
  fc.record({ startTime, value: fc.constantFrom(0.02, 0.2), hadRecentInput: fc.boolean() }).map(shiftEntry),
  fc.record({ startTime, interactionId: fc.nat(3), duration: fc.constantFrom(104, 208, 312) }).map(eventEntry),
  fc.record({ startTime }).map(firstInputEntry),
  fc.record({ startTime, name: fc.constantFrom('first-paint', 'first-contentful-paint') }).map(paintEntry),
  fc.record({ startTime, name: fc.constantFrom('hidden', 'visible') }).map(visibilityEntry),
  fc.record({ startTime }).map(userTimingEntry),
  fc.record({ startTime }).map(lcpEntry),
  fc.record({ startTime, usedJSHeapSize: fc.nat(9) }).map(heapObservation),
  fc.record({ startTime, count: fc.nat(3) }).map(scriptErrorObservation),
  fc.record({ startTime, sized: fc.boolean() }).map(imageObservation),
);

const anyRequest: fc.Arbitrary<HarRequest> = fc
  .record({
    ms: fc.integer({ min: 0, max: 40 }).map((n) => n * 100 + 3),
    n: fc.nat(3),
    path: fc.constantFrom('', 'api/'),
    status: fc.constantFrom(200, 404, null),
    id: fc.nat(9),
  })
  .map(({ ms, n, path, status, id }) => ({
    ...harRequest({ startedAt: TIME_ORIGIN + ms, url: `https://shop.example/${path}${n}${path === '' ? '.js' : ''}` }),
    ...(status === null ? { status, error: 'net::ERR_FAILED' } : { status }),
    id: `log/${id}`,
  }));

const anyChunk = fc.record({
  own: fc.array(anyEntry, { maxLength: 8 }),
  framed: fc.array(anyEntry, { maxLength: 4 }),
  logged: fc.array(anyRequest, { maxLength: 4 }),
});

test('it does not matter in how many parts the entries come, nor when a result was asked for', () => {
  fc.assert(
    fc.property(fc.array(anyChunk, { maxLength: 8 }), fc.boolean(), fc.nat(1), (chunks, askEach, views) => {
      const snapshot = pageSnapshot(
        chunks.flatMap(({ own }) => own),
        {
          vitals: [vitalRecord({ value: 3200 })],
          views: [viewRecord(), viewRecord({ viewId: 'view-2', kind: 'soft-navigation', startTime: 2000 })],
        },
      );
      // A view may become known late, when shifts of it are there already.
      const early = { ...snapshot.pageLoad, views: snapshot.pageLoad.views.slice(0, 1 + views) };
      // Its clock is off by half a step: of requests that two documents begin in one microsecond any may be the first.
      const frame = { ...pageLoadRecord({ pageLoadId: 'frame' }), timeOrigin: snapshot.pageLoad.timeOrigin + 150 };
      const frames = [{ pageLoad: frame, entries: chunks.flatMap(({ framed }) => framed), requests: [] }];
      // Of a request that comes again the last word counts.
      const requests = chunks.flatMap(({ logged }) => logged);
      const analyzer = createPageAnalyzer(context);
      for (const { own, framed, logged } of chunks) {
        analyzer.extend(own);
        analyzer.extendFrame(frame, framed);
        analyzer.extendRequests(logged);
        if (askEach) analyzer.result(early);
      }
      if (chunks.length === 0) analyzer.extendFrame(frame, []);
      expect(analyzer.result(snapshot.pageLoad)).toEqual(analyzePage({ ...snapshot, requests, frames }, context));
    }),
  );
});

describe('an analysis', () => {
  test('lists the document first, then requests by start time', () => {
    const entries = [resourceEntry({ startTime: 300 }), navigationEntry(), resourceEntry({ startTime: 0 })];
    expect(
      analyzePage(pageSnapshot(entries), context).resources.map((record) => [record.resourceType, record.startTime]),
    ).toEqual([
      ['document', 0],
      ['script', 0],
      ['script', 300],
    ]);
  });

  test('takes the last navigation entry (Firefox reports it early, with zeros)', () => {
    const early = navigationEntry({ responseEnd: 0, transferSize: 0, encodedBodySize: 0, decodedBodySize: 0 });
    const { resources } = analyzePage(pageSnapshot([early, navigationEntry()]), context);
    expect(resources).toHaveLength(1);
    expect(resources[0]).toMatchObject({ duration: 100, transferSize: { value: 20_300 } });
  });

  test('of nothing holds nothing, and says that nothing was measured', () => {
    const analysis = analyzePage(pageSnapshot(), context);
    expect(analysis).toMatchObject({ resources: [], layoutShifts: [], longTasks: [], interactions: [] });
    expect(analysis.views[0]?.metrics.every(({ state }) => state === 'no-data')).toBe(true);
  });

  test('does not change what it was given', () => {
    const snapshot = pageSnapshot([shiftEntry(), eventEntry(), resourceEntry(), navigationEntry()]);
    const copy = structuredClone(snapshot);
    analyzePage(snapshot, context);
    expect(snapshot).toEqual(copy);
  });
});
