import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, Direction } from '../../../../src/analysis/compare/change.ts';
import type { PageComparison } from '../../../../src/analysis/compare/compare-page-loads.ts';
import { comparePageLoads } from '../../../../src/analysis/compare/compare-page-loads.ts';
import type { PageAnalysis } from '../../../../src/model/analysis.ts';
import { METRIC_NAMES } from '../../../../src/model/metrics.ts';
import {
  budgetResult,
  finding,
  insight,
  layoutShiftRecord,
  longTaskRecord,
  metricRecord,
  pageAnalysis,
  resourceRecord,
} from '../../../fixtures/builders/analysis.ts';
import { anyResource } from '../../../fixtures/builders/any-resources.ts';
import { FIREFOX_ENTRY_TYPES, viewRecord } from '../../../fixtures/builders/page-loads.ts';

const whole = (analysis: PageAnalysis) => ({ analysis, viewId: null });
const compare = (a: PageAnalysis, b: PageAnalysis) => comparePageLoads(whole(a), whole(b));

describe('two page loads', () => {
  test('are compared in work: tasks, shifts, and null where a browser measures neither', () => {
    const chrome = pageAnalysis({
      longTasks: [longTaskRecord({ duration: 120 }), longTaskRecord({ duration: 60 })],
      layoutShifts: [layoutShiftRecord({ value: 0.2 }), layoutShiftRecord({ value: 0.5, hadRecentInput: true })],
    });
    const { work } = compare(pageAnalysis(), chrome);
    expect(work.longTasks).toEqual({
      count: { a: 0, b: 2, difference: 2 },
      blockingMs: { a: 0, b: 80, difference: 80 },
      longestMs: { a: 0, b: 120, difference: 120 },
    });
    expect(work.layoutShifts.score).toEqual({ a: 0, b: 0.2, difference: 0.2 });
    const firefox = compare(pageAnalysis({ supportedEntryTypes: FIREFOX_ENTRY_TYPES }), chrome).work;
    expect(firefox.longTasks.count).toEqual({ a: null, b: 2, difference: null });
    expect(firefox.layoutShifts.count).toEqual({ a: null, b: 1, difference: null });
  });

  test('are compared in work however long they were open', () => {
    const restless = pageAnalysis({ layoutShifts: new Array(200_000).fill(layoutShiftRecord({ value: 0.2 })) });
    expect(compare(pageAnalysis(), restless).work.layoutShifts.largest).toEqual({ a: 0, b: 0.2, difference: 0.2 });
  });

  test('count requests and bytes by type, and say no difference where a size is unknown', () => {
    const a = pageAnalysis({ resources: [resourceRecord()] });
    const unknown = resourceRecord({
      url: 'https://cdn.example/x.js',
      transferSize: { value: null, source: 'unknown' },
    });
    const b = pageAnalysis({ resources: [resourceRecord(), unknown] });
    const [script, total] = ['script', 'total'].map((type) =>
      compare(a, b).totals.find(({ resourceType }) => resourceType === type),
    );
    expect(script?.requests).toEqual({ a: 1, b: 2, difference: 1 });
    expect(script?.bytes).toEqual({
      a: { value: 10_300, unknown: 0 },
      b: { value: 10_300, unknown: 1 },
      difference: null,
    });
    expect(total?.bytes.difference).toBeNull();
  });

  test('can be views of a page load: what lies in each is compared', () => {
    const page = pageAnalysis({
      views: [
        { ...viewRecord(), metrics: [metricRecord()] },
        {
          ...viewRecord({ viewId: 'route', kind: 'soft-navigation', startTime: 1000 }),
          metrics: [metricRecord({ value: 300 })],
        },
      ],
      resources: [resourceRecord(), resourceRecord({ url: 'https://shop.example/route.js', startTime: 1200 })],
      insights: [
        insight({ findings: [finding(), finding({ url: 'https://shop.example/route.js', startTime: 1200 })] }),
      ],
      budgetResults: [
        budgetResult({
          views: [
            { viewId: 'view-1', level: 'error', actual: 3400 },
            { viewId: 'route', level: 'pass', actual: 300 },
          ],
        }),
      ],
    });
    const { metrics, resources, findings, budgets } = comparePageLoads(
      { analysis: page, viewId: 'view-1' },
      { analysis: page, viewId: 'route' },
    );
    expect(metrics[0]).toMatchObject({ difference: -900, direction: 'better' });
    expect(resources.map(({ kind, key }) => [kind, key])).toEqual([
      ['removed', 'https://shop.example/app.js'],
      ['added', 'https://shop.example/route.js'],
    ]);
    expect(findings.changes.map(({ kind, key }) => [kind, key])).toEqual([['new', 'https://shop.example/route.js']]);
    expect(budgets).toMatchObject([{ direction: 'better', a: { level: 'error' }, b: { level: 'pass', actual: 300 } }]);
  });
});

const levels = fc.constantFrom('pass' as const, 'warn' as const, 'error' as const, 'not-measured' as const);
const findings = fc.array(
  fc
    .record({
      severity: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
      url: fc.constantFrom('https://a.example/x-1a2b3c.js', 'https://a.example/x-4d5e6f.js', 'https://a.example/y.css'),
      duration: fc.constantFrom(10, 100, 1000),
    })
    .map((overrides) => finding(overrides)),
  { maxLength: 4 },
);
const analyses: fc.Arbitrary<PageAnalysis> = fc
  .record({
    metrics: fc.array(
      fc
        .record({
          name: fc.constantFrom(...METRIC_NAMES),
          value: fc.option(fc.integer({ min: 0, max: 5000 })),
          state: fc.constantFrom('measured' as const, 'inflated' as const),
        })
        .map(({ value, ...rest }) => metricRecord({ ...rest, value, ...(value === null && { state: 'no-data' }) })),
    ),
    resources: fc.array(anyResource, { maxLength: 12 }),
    insights: fc.array(
      fc
        .record({
          id: fc.constantFrom('large-resources', 'slow-resources', 'redirects'),
          status: fc.constantFrom('fail' as const, 'pass' as const, 'informative' as const, 'not-measured' as const),
          findings,
        })
        .map((overrides) => insight({ ...overrides, title: overrides.id })),
      { maxLength: 3 },
    ),
    budgetResults: fc.array(
      fc
        .record({ metric: fc.constantFrom('LCP', 'CLS', 'TBT'), level: levels, actual: fc.option(fc.nat(5000)) })
        .map((overrides) => budgetResult(overrides)),
      { maxLength: 4 },
    ),
    tasks: fc.array(fc.integer({ min: 50, max: 900 }), { maxLength: 5 }),
    supportedEntryTypes: fc.constantFrom(pageAnalysis().supportedEntryTypes, FIREFOX_ENTRY_TYPES),
  })
  .map(({ metrics, tasks, ...rest }) =>
    pageAnalysis({
      ...rest,
      insights: rest.insights.filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index),
      views: [{ ...viewRecord(), metrics }],
      longTasks: tasks.map((duration) => longTaskRecord({ duration })),
    }),
  );

test('a page load compared with itself has no differences', () => {
  fc.assert(
    fc.property(analyses, (page) => {
      const { metrics, totals, budgets, findings: found, resources, work } = compare(page, page);
      const sames = [...metrics, ...budgets].map(({ direction }) => direction);
      expect(sames.filter((direction) => direction !== 'same' && direction !== 'unknown')).toEqual([]);
      const changes = [
        ...totals.flatMap(({ requests, bytes }) => [requests.difference, bytes.difference]),
        ...metrics.map(({ difference }) => difference),
        ...[work.longTasks, work.layoutShifts].flatMap((of) => Object.values(of)).map(({ difference }) => difference),
      ];
      expect(changes.filter((difference) => difference !== 0 && difference !== null)).toEqual([]);
      expect([found.changes, resources]).toEqual([[], []]);
    }),
  );
});

test('the other way round, everything is the opposite', () => {
  fc.assert(
    fc.property(analyses, analyses, (a, b) => {
      expect(compare(b, a)).toEqual(mirrored(compare(a, b)));
    }),
  );
});

test('what is not known on one side has no difference, and no direction', () => {
  fc.assert(
    fc.property(analyses, analyses, (a, b) => {
      const { metrics, work, resources } = compare(a, b);
      for (const metric of metrics) {
        if (metric.a?.value == null || metric.b?.value == null)
          expect([metric.difference, metric.direction]).toEqual([null, 'unknown']);
      }
      for (const change of Object.values(work.longTasks))
        expect(change.difference === null).toBe(change.a === null || change.b === null);
      for (const { kind, a: before, b: after } of resources)
        if (kind === 'grown' || kind === 'shrunk') expect([before?.size, after?.size]).not.toContain(null);
    }),
  );
});

const OPPOSITE = { better: 'worse', worse: 'better', same: 'same', unknown: 'unknown' } as const;
const OPPOSITE_FINDING = { new: 'gone', gone: 'new', better: 'worse', worse: 'better' } as const;
const OPPOSITE_RESOURCE = { added: 'removed', removed: 'added', grown: 'shrunk', shrunk: 'grown' } as const;

function mirrored({ metrics, totals, budgets, findings: found, resources, work }: PageComparison): PageComparison {
  const swap = <T extends { readonly a: unknown; readonly b: unknown }>(pair: T): T => ({
    ...pair,
    a: pair.b,
    b: pair.a,
  });
  const minus = <T extends Pick<Change, 'difference'>>(change: T): T => ({
    ...change,
    difference: change.difference === null ? null : 0 - change.difference,
  });
  const turn = <T extends { readonly direction: Direction }>(change: T): T => ({
    ...change,
    direction: OPPOSITE[change.direction],
  });
  const both = (change: Change): Change => minus(swap(change));
  return {
    metrics: metrics.map((change) => turn(minus(swap(change)))),
    totals: totals.map((change) => ({ ...change, requests: both(change.requests), bytes: minus(swap(change.bytes)) })),
    budgets: budgets.map((change) => turn(swap(change))),
    findings: {
      changes: found.changes.map((change) => ({ ...swap(change), kind: OPPOSITE_FINDING[change.kind] })),
      notCompared: found.notCompared,
    },
    resources: resources.map((change) => ({ ...minus(swap(change)), kind: OPPOSITE_RESOURCE[change.kind] })),
    work: {
      longTasks: {
        count: both(work.longTasks.count),
        blockingMs: both(work.longTasks.blockingMs),
        longestMs: both(work.longTasks.longestMs),
      },
      layoutShifts: {
        count: both(work.layoutShifts.count),
        score: both(work.layoutShifts.score),
        largest: both(work.layoutShifts.largest),
      },
    },
  };
}
