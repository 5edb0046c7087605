import { describe, expect, test } from 'vitest';
import { analyzePage } from '../../../../src/analysis/analyze-page.ts';
import type { EntryRecord } from '../../../../src/model/entries.ts';
import { METRIC_NAMES, type MetricName, type VitalRecord } from '../../../../src/model/metrics.ts';
import type { PageLoadRecord } from '../../../../src/model/page-load.ts';
import {
  FIREFOX_ENTRY_TYPES,
  pageSnapshot,
  TIME_ORIGIN,
  viewRecord,
  vitalRecord,
} from '../../../fixtures/builders/page-loads.ts';
import { navigationEntry } from '../../../fixtures/builders/resource-entries.ts';
import {
  firstInputEntry,
  longTaskEntry,
  paintEntry,
  visibilityEntry,
} from '../../../fixtures/builders/timeline-entries.ts';

function metric(
  name: MetricName,
  entries: readonly EntryRecord[],
  overrides: Partial<PageLoadRecord> = {},
  context: { readonly viewId?: string; readonly now?: number } = {},
) {
  const { viewId = 'view-1', now } = context;
  const analysis = analyzePage(pageSnapshot(entries, overrides), { budgets: [], earlier: [] }, now);
  return analysis.views.find((view) => view.viewId === viewId)?.metrics.find((candidate) => candidate.name === name);
}

function vitals(...records: readonly Partial<VitalRecord>[]): Partial<PageLoadRecord> {
  return { vitals: records.map(vitalRecord) };
}

test('every view has every metric, in one order', () => {
  const { views } = analyzePage(pageSnapshot(), { budgets: [], earlier: [] });
  expect(views.map((view) => view.metrics.map(({ name }) => name))).toEqual([METRIC_NAMES]);
});

describe('a vital', () => {
  test('is its reading with the highest revision, in whatever order they came', () => {
    const readings = vitals({ value: 1800, revision: 2, final: true }, { value: 900, revision: 1 });
    expect(metric('LCP', [], readings)).toMatchObject({ value: 1800, rating: 'good', state: 'measured', final: true });
  });

  test('belongs to its view', () => {
    const views = [viewRecord(), viewRecord({ viewId: 'view-2', kind: 'soft-navigation', startTime: 5000 })];
    const readings = vitals({ value: 1800 }, { value: 4500, viewId: 'view-2' });
    expect(metric('LCP', [], { ...readings, views })?.value).toBe(1800);
    expect(metric('LCP', [], { ...readings, views }, { viewId: 'view-2' })).toMatchObject({
      value: 4500,
      rating: 'poor',
    });
  });

  test('that never came is no data, with the reason', () => {
    expect(metric('INP', [])).toMatchObject({ value: null, state: 'no-data', rating: null });
    expect(metric('INP', [])?.stateReason).toContain('clicked');
    expect(metric('CLS', [])?.stateReason).toContain('not reported CLS');
  });

  test('keeps its attribution', () => {
    const attribution = { target: 'img.hero', timeToFirstByte: 100 };
    expect(metric('LCP', [], vitals({ attribution }))?.attribution).toEqual(attribution);
  });

  test('survives the loss of the view message', () => {
    const { views } = analyzePage(pageSnapshot([], { ...vitals({ viewId: 'lost' }), views: [] }), {
      budgets: [],
      earlier: [],
    });
    expect(views).toMatchObject([{ viewId: 'lost', kind: 'load', startTime: 0 }]);
    expect(views[0]?.metrics[0]?.value).toBe(1200);
  });
});

describe('a browser without the entries that a metric needs', () => {
  test.each(['CLS', 'TBT', 'TTI'] as const)('does not support %s, whatever was sent', (name) => {
    const overrides = { ...vitals({ name: 'CLS', value: 0 }), supportedEntryTypes: FIREFOX_ENTRY_TYPES };
    const unsupported = metric(name, [paintEntry()], overrides);
    expect(unsupported).toMatchObject({ value: null, rating: null, state: 'unsupported' });
    expect(unsupported?.stateReason).toMatch(/does not measure this: it reports no (layout-shift|longtask) entries/);
  });

  test.each(['LCP', 'INP', 'FCP', 'TTFB', 'FID'] as const)('supports %s all the same', (name) => {
    expect(metric(name, [], { supportedEntryTypes: FIREFOX_ENTRY_TYPES })?.state).toBe('no-data');
    expect(metric(name, [], { supportedEntryTypes: [] })?.state).toBe('unsupported');
  });
});

describe('a page that was hidden', () => {
  const hidden = (from: number, to: number) => [
    visibilityEntry({ name: 'hidden', startTime: from }),
    visibilityEntry({ name: 'visible', startTime: to }),
  ];

  test('before a paint has inflated paint metrics', () => {
    const inflated = metric('LCP', hidden(300, 6000), vitals({ value: 6200 }));
    expect(inflated).toMatchObject({ value: 6200, rating: 'poor', state: 'inflated' });
    expect(inflated?.stateReason).toBe('The page was hidden from 300 ms until 6 s, while LCP was being measured.');
  });

  test('only afterwards has not', () => {
    expect(metric('LCP', hidden(1300, 6000), vitals({ value: 1200 }))?.state).toBe('measured');
  });

  test('has sound responses, shifts and server times', () => {
    for (const name of ['INP', 'CLS', 'TTFB'] as const) {
      expect(metric(name, hidden(0, 6000), vitals({ name, value: 0.05 }))?.state).toBe('measured');
    }
  });

  test('from its start says why there is no LCP', () => {
    expect(metric('LCP', hidden(0, 6000))?.stateReason).toContain('opened in the background');
  });

  test('while it was prerendered is not inflated by that', () => {
    const entries = [navigationEntry({ activationStart: 5000 }), ...hidden(0, 5000)];
    const overrides = { ...vitals({ value: 300 }), views: [viewRecord({ kind: 'prerender', startTime: 5000 })] };
    expect(metric('LCP', entries, overrides)?.state).toBe('measured');
  });

  test('while it lay in bfcache is not inflated by that in its new view', () => {
    const views = [viewRecord(), viewRecord({ viewId: 'view-2', kind: 'bfcache', startTime: 9000 })];
    const overrides = { ...vitals({ viewId: 'view-2', value: 50 }), views };
    expect(metric('LCP', hidden(3000, 9010), overrides, { viewId: 'view-2' })?.state).toBe('measured');
  });
});

describe('FID', () => {
  test('is the wait of the first input', () => {
    expect(metric('FID', [firstInputEntry()])).toMatchObject({
      value: 10,
      rating: 'good',
      final: true,
      attribution: { eventTarget: 'button.buy', eventType: 'pointerdown', eventTime: 2000 },
    });
  });

  test('belongs to the view in whose time it was', () => {
    const views = [viewRecord(), viewRecord({ viewId: 'view-2', kind: 'soft-navigation', startTime: 1500 })];
    expect(metric('FID', [firstInputEntry()], { views })?.state).toBe('no-data');
    expect(metric('FID', [firstInputEntry()], { views }, { viewId: 'view-2' })?.value).toBe(10);
  });
});

describe('TTI and TBT', () => {
  const busy = [
    paintEntry(),
    longTaskEntry({ startTime: 600, duration: 250 }),
    longTaskEntry({ startTime: 1000, duration: 90 }),
  ];

  test('are derived from paint, tasks and requests', () => {
    expect(metric('TTI', busy)).toMatchObject({ value: 1090, rating: 'good', state: 'measured' });
    expect(metric('TBT', busy)).toMatchObject({
      value: 240,
      rating: 'needs-improvement',
      attribution: { from: 400, to: 1090 },
    });
  });

  test('are no data before the first paint, and until the page was quiet', () => {
    expect(metric('TBT', busy.slice(1))?.stateReason).toContain('not painted');
    const short = metric('TBT', busy, { updatedAt: TIME_ORIGIN + 3000 });
    expect(short).toMatchObject({ state: 'no-data', value: null });
    expect(short?.stateReason).toContain('quiet for 5 s');
  });

  test('of an open page that sends nothing are known when it was asked for late enough', () => {
    const open = { updatedAt: TIME_ORIGIN + 1200, state: 'open' } as const;
    expect(metric('TTI', busy, open)?.state).toBe('no-data');
    expect(metric('TTI', busy, open, { now: TIME_ORIGIN + 6100 })?.value).toBe(1090);
    expect(metric('TTI', busy, { ...open, state: 'lost' }, { now: TIME_ORIGIN + 6100 })?.state).toBe('no-data');
  });

  test('are of page loads only', () => {
    const views = [viewRecord(), viewRecord({ viewId: 'view-2', kind: 'soft-navigation', startTime: 5000 })];
    expect(metric('TTI', busy, { views }, { viewId: 'view-2' })?.stateReason).toContain('page loads only');
  });

  test('of a prerendered page start when it is shown', () => {
    const entries = [navigationEntry({ activationStart: 900 }), ...busy];
    const views = [viewRecord({ kind: 'prerender', startTime: 900 })];
    expect(metric('TTI', entries, { views })?.value).toBe(190);
  });
});
