import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzePage } from '../../../../src/analysis/analyze-page.ts';
import { STARTER_BUDGET } from '../../../../src/analysis/budgets/starter.ts';
import { createFrameMerge } from '../../../../src/analysis/resources/frame-documents.ts';
import type { EntryRecord } from '../../../../src/model/entries.ts';
import type { PageLoadRecord } from '../../../../src/model/page-load.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { pageSnapshot, TIME_ORIGIN } from '../../../fixtures/builders/page-loads.ts';
import { navigationEntry, opaqueEntry, resourceEntry } from '../../../fixtures/builders/resource-entries.ts';

const WIDGET = 'https://widget.example/box';

function frame(entries: readonly EntryRecord[], overrides: Partial<PageLoadRecord> = {}) {
  const own = { pageLoadId: 'frame', topPageLoadId: 'top', frameId: 3, origin: 'https://widget.example', url: WIDGET };
  return pageSnapshot(entries, { timeOrigin: TIME_ORIGIN + 300, ...own, ...overrides });
}

function analysed(entries: readonly EntryRecord[], ...frames: readonly ReturnType<typeof frame>[]) {
  const page = { ...pageSnapshot(entries, { pageLoadId: 'top' }), frames };
  return analyzePage(page, { budgets: [STARTER_BUDGET], earlier: [] });
}

describe('the requests of a frame', () => {
  test('are among those of its page, on its clock, and say which frame they belong to', () => {
    const script = resourceEntry({ name: 'https://widget.example/box.js', startTime: 40, transferSize: 5000 });
    const { resources, totals } = analysed(
      [navigationEntry(), resourceEntry({ startTime: 320 }), resourceEntry({ startTime: 350 })],
      frame([script]),
    );
    expect(resources.map(({ url, startTime, frame }) => [url, startTime, frame])).toEqual([
      ['https://shop.example/', 0, null],
      ['https://shop.example/app.js', 320, null],
      ['https://widget.example/box.js', 340, WIDGET],
      ['https://shop.example/app.js', 350, null],
    ]);
    expect(resources[2]).toMatchObject({ party: 'third', opaque: false, duration: 100 });
    expect(totals.find(({ resourceType }) => resourceType === 'total')).toMatchObject({
      requests: 4,
      transferSize: { value: 20_300 + 10_300 + 5000 + 10_300, unknown: 0 },
    });
  });

  test('do not make the frame part of the page in anything else', () => {
    const alone = analysed([navigationEntry()]);
    const { views, layoutShifts, longTasks, interactions } = analysed([navigationEntry()], frame([resourceEntry()]));
    expect({ views, layoutShifts, longTasks, interactions }).toEqual({
      views: alone.views,
      layoutShifts: [],
      longTasks: [],
      interactions: [],
    });
  });
});

describe('the document of a frame', () => {
  const navigation = navigationEntry({ name: WIDGET, transferSize: 3000 });
  const element = opaqueEntry({ name: WIDGET, initiatorType: 'iframe', startTime: 302 });

  test('counts once, with what its own timeline knows of it', () => {
    const { resources } = analysed([navigationEntry(), element], frame([navigation]));
    expect(resources).toHaveLength(2);
    expect(resources[1]).toMatchObject({
      url: WIDGET,
      frame: WIDGET,
      resourceType: 'document',
      initiatorType: 'iframe',
      startTime: 300,
      transferSize: { value: 3000 },
    });
  });

  test('is known by its start when it was redirected', () => {
    const asked = opaqueEntry({ name: 'https://widget.example/old', initiatorType: 'iframe', startTime: 302 });
    const { resources } = analysed([navigationEntry(), asked], frame([navigation]));
    expect(resources.map(({ url }) => url)).toEqual(['https://shop.example/', WIDGET]);
  });

  test('stays the request of an element where the frame was not recorded', () => {
    const { resources } = analysed([navigationEntry(), element]);
    expect(resources[1]).toMatchObject({ frame: null, initiatorType: 'iframe', transferSize: { value: null } });
  });

  test('is paired with the nearest element when the same document is in two frames, and counts again when loaded again', () => {
    const late = { ...element, startTime: 900 };
    const { resources } = analysed(
      [navigationEntry(), late, element],
      frame([navigation]),
      frame([navigation], { pageLoadId: 'second', timeOrigin: TIME_ORIGIN + 900 }),
      frame([navigation], { pageLoadId: 'reloaded', timeOrigin: TIME_ORIGIN + 4000 }),
    );
    expect(resources.slice(1).map(({ url, startTime }) => [url, startTime])).toEqual([
      [WIDGET, 300],
      [WIDGET, 900],
      [WIDGET, 4000],
    ]);
  });

  test('in a frame inside a frame is paired with the element there', () => {
    const inner = 'https://ads.example/ad';
    const innerElement = opaqueEntry({ name: inner, initiatorType: 'iframe', startTime: 100 });
    const { resources } = analysed(
      [navigationEntry(), element],
      frame([navigation, innerElement]),
      frame([navigationEntry({ name: inner })], {
        pageLoadId: 'inner',
        url: inner,
        origin: 'https://ads.example',
        timeOrigin: TIME_ORIGIN + 405,
      }),
    );
    expect(resources.map(({ url, frame }) => [url, frame])).toEqual([
      ['https://shop.example/', null],
      [WIDGET, WIDGET],
      [inner, inner],
    ]);
  });
});

describe('requests that come bit by bit', () => {
  const page = resourceRecord({ url: 'https://shop.example/', initiatorType: 'navigation', startTime: 0 });
  const records = (initiatorTypes: readonly string[]) =>
    fc.array(
      fc.record({
        record: fc
          .record({
            url: fc.constantFrom(WIDGET, 'https://ads.example/ad', 'about:blank'),
            initiatorType: fc.constantFrom(...initiatorTypes),
            startTime: fc.integer({ min: 0, max: 400 }),
          })
          .map(resourceRecord),
        known: fc.integer({ min: 0, max: 3 }),
        gone: fc.integer({ min: 2, max: 12 }),
      }),
      { maxLength: 12 },
    );
  const at = (step: number, all: readonly { record: ResourceRecord; known: number; gone: number }[]) =>
    all.filter(({ known, gone }) => known <= step && step < gone).map(({ record }) => record);
  const byStart = (all: readonly ResourceRecord[]) => all.toSorted((a, b) => a.startTime - b.startTime);

  test('are merged as if all had come at once', () => {
    fc.assert(
      fc.property(records(['img', 'iframe', 'object']), records(['navigation', 'img', 'iframe']), (own, ofFrames) => {
        const merge = createFrameMerge();
        for (const step of [0, 1, 2, 3]) {
          const now = [[page, ...byStart(at(step, own))], at(step, ofFrames)] as const;
          expect(merge(...now)).toEqual(createFrameMerge()(...now));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('leave all that is earlier the same records, the documents of frames too', () => {
    const merge = createFrameMerge();
    const own = [page, resourceRecord({ url: WIDGET, initiatorType: 'iframe', startTime: 10 })];
    const ofFrames = [resourceRecord({ url: WIDGET, initiatorType: 'navigation', startTime: 11 })];
    const before = merge(own, ofFrames);
    const after = merge([...own, resourceRecord({ startTime: 20 })], [...ofFrames, resourceRecord({ startTime: 30 })]);
    expect(after).toHaveLength(4);
    before.forEach((record, i) => {
      expect(after[i]).toBe(record);
    });
  });
});
