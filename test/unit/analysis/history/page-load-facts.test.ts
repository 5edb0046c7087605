import { describe, expect, test } from 'vitest';
import { factsOfHistory, factsOfRecord } from '../../../../src/analysis/history/page-load-facts.ts';
import type { PageLoadRecord } from '../../../../src/model/page-load.ts';
import type { PageLoadSummary } from '../../../../src/model/page-load-summary.ts';
import { createImportedSource } from '../../../../src/panel/import/imported-source.ts';
import { historyOf } from '../../../../src/store/history-record.ts';
import { FIREFOX_ENTRY_TYPES, pageLoadRecord, viewRecord, vitalRecord } from '../../../fixtures/builders/page-loads.ts';
import { shopReport } from '../../../fixtures/builders/reports.ts';

const SHOP = 'https://shop.example';
const SUMMARY: PageLoadSummary = {
  metrics: [
    { name: 'LCP', value: 2600, rating: 'needs-improvement', state: 'inflated' },
    { name: 'TBT', value: 30, rating: 'good', state: 'measured' },
  ],
  totals: [{ resourceType: 'total', requests: 12, transferSize: { value: 5000, unknown: 2 } }],
};

describe('the facts of a stored page load', () => {
  test('are those of its summary, once it has one', () => {
    const facts = factsOfRecord(pageLoadRecord({ summary: SUMMARY, vitals: [vitalRecord({ value: 2600 })] }));
    expect(facts.views[0]?.metrics.LCP).toMatchObject({ state: 'inflated', value: 2600 });
    expect(facts.views[0]?.metrics.TBT).toMatchObject({ value: 30 });
    expect(facts.requests).toBe(12);
    expect(facts.bytes).toEqual({ value: 5000, unknown: 2 });
  });

  test('count what is known only in part as unknown, where no "at least" can be said', () => {
    expect(factsOfRecord(pageLoadRecord({ summary: SUMMARY })).views[0]).toMatchObject({ requests: 12, bytes: null });
  });

  test('are what the page reported until then, rated', () => {
    const [view] = factsOfRecord(pageLoadRecord({ vitals: [vitalRecord({ value: 4200 })] })).views;
    expect(view?.metrics.LCP).toEqual({ name: 'LCP', value: 4200, rating: 'poor', state: 'measured' });
    expect(view?.metrics.INP).toEqual({ name: 'INP', value: null, rating: null, state: 'no-data' });
    expect(view?.metrics.TBT).toBeUndefined();
  });

  test('say what the browser cannot measure, whatever else is there', () => {
    const record = pageLoadRecord({
      supportedEntryTypes: FIREFOX_ENTRY_TYPES,
      vitals: [vitalRecord({ name: 'CLS', value: 0 })],
    });
    expect(factsOfRecord(record).views[0]?.metrics.CLS).toMatchObject({ state: 'unsupported', value: null });
  });

  test('are unknown where nobody has told, and never 0', () => {
    const facts = factsOfRecord(pageLoadRecord());
    expect([facts.requests, facts.bytes, facts.violations, facts.views[0]?.bytes]).toEqual([null, null, null, null]);
  });

  test('are told of each view, with what was kept of it for baselines', () => {
    const record = withRoute({ values: { 'resource-count:total': 3, 'resource-size:total': 900, TBT: 40 } });
    const facts = factsOfRecord(record);
    expect(facts.views[1]).toMatchObject({
      viewId: 'view-2',
      kind: 'soft-navigation',
      pattern: `${SHOP}/product/*`,
      startedAt: record.timeOrigin + 4000,
      metrics: { LCP: { value: 700 }, TBT: { value: 40 } },
      requests: 3,
      bytes: 900,
    });
    expect(facts.bytes).toEqual({ value: 1900, unknown: 0 });
    expect(facts.requests).toBe(13);
  });

  test('leave values aside that were kept of another view', () => {
    const record = withRoute({ pattern: `${SHOP}/cart`, values: { 'resource-count:total': 3 } });
    expect(factsOfRecord(record).views[1]?.requests).toBeNull();
    expect(factsOfRecord(record).requests).toBeNull();
  });
});

describe('the facts of a page load from a file', () => {
  test('are those of the report', () => {
    const report = shopReport();
    const [load] = report.pageLoads;
    const source = createImportedSource(report);
    return source.listPageLoads('').then(([record]) => {
      const facts = record && factsOfRecord(record);
      for (const { name, value, state } of load?.views[0]?.metrics ?? [])
        expect(facts?.views[0]?.metrics[name]).toMatchObject({ value, state });
      expect(facts?.requests).toBe(load?.resources.length);
    });
  });

  test('are what a HAR file holds', () => {
    const har = {
      creator: { name: 'WebInspector', version: '537.36' },
      loadEvents: { domContentLoaded: null, load: null },
      metrics: { LCP: { value: 2600, attribution: {} } },
    };
    const { metrics } = factsOfRecord(pageLoadRecord({ har, supportedEntryTypes: [] })).views[0] ?? {};
    expect(metrics?.LCP).toMatchObject({ value: 2600, rating: 'needs-improvement' });
    expect(metrics?.CLS).toMatchObject({ state: 'unsupported', value: null });
  });
});

describe('the facts of a page load of which only the summary is left', () => {
  test('are those that the record had, and say so', () => {
    const record = pageLoadRecord({ summary: SUMMARY, baseline: true, violations: { warn: 1, error: 0 } });
    const facts = factsOfHistory(historyOf(record));
    expect(facts).toMatchObject({ state: 'summary', requests: 12, baseline: true, violations: { warn: 1, error: 0 } });
    expect(facts.views[0]?.metrics.LCP).toMatchObject({ state: 'inflated' });
  });

  test('hold what was kept of further views, which have no URL of their own any more', () => {
    const facts = factsOfHistory(historyOf(withRoute({ values: { 'resource-size:total': 900, LCP: 700 } })));
    expect(facts.views[1]).toMatchObject({ viewId: null, kind: null, pattern: `${SHOP}/product/*`, bytes: 900 });
    expect(facts.views[1]?.metrics.LCP).toMatchObject({ value: 700, rating: 'good' });
  });

  test('are unknown when it was deleted before it could be summed up', () => {
    const facts = factsOfHistory(historyOf(pageLoadRecord()));
    expect(facts.views[0]?.metrics).toEqual({});
    expect(facts.bytes).toBeNull();
  });
});

/** A page load with a route, and what was kept of both. */
function withRoute({ pattern = `${SHOP}/product/*`, values = {} as Readonly<Record<string, number>> }): PageLoadRecord {
  return pageLoadRecord({
    views: [
      viewRecord(),
      viewRecord({ viewId: 'view-2', kind: 'soft-navigation', url: `${SHOP}/product/7`, startTime: 4000 }),
    ],
    vitals: [vitalRecord({ viewId: 'view-2', value: 700 })],
    budgetHistory: {
      events: [],
      views: [
        { pattern: `${SHOP}/`, values: { 'resource-count:total': 10, 'resource-size:total': 1000 } },
        { pattern, values },
      ],
    },
  });
}
