import { describe, expect, test } from 'vitest';
import { evaluateBudgets } from '../../../../src/analysis/budgets/evaluate-budgets.ts';
import { UNNAMED_ELEMENT } from '../../../../src/analysis/unnamed-element.ts';
import type { PageAnalysis } from '../../../../src/model/analysis.ts';
import type { BudgetResult, Limit } from '../../../../src/model/budget.ts';
import type { MetricRecord } from '../../../../src/model/metrics.ts';
import {
  interactionRecord,
  layoutShiftRecord,
  longTaskRecord,
  metricRecord,
  pageAnalysis,
  resourceRecord,
} from '../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

function judge(limit: Limit, page: Partial<PageAnalysis>): BudgetResult | undefined {
  return evaluateBudgets(pageAnalysis(page), [{ name: 'Test', match: '*', limits: [limit] }])[0];
}

function withMetric(overrides: Partial<MetricRecord>, page: Partial<PageAnalysis> = {}): Partial<PageAnalysis> {
  return { views: [{ ...viewRecord(), metrics: [metricRecord(overrides)] }], ...page };
}

describe('a limit with warn and error', () => {
  const limit = { metric: 'LCP', warn: 2500, error: 3000 };

  test.each([
    [2499, 'pass', 2500, 0],
    [2500, 'pass', 2500, 0],
    [2501, 'warn', 2500, 1],
    [3000, 'warn', 2500, 500],
    [3001, 'error', 3000, 1],
  ] as const)('is at %d ms %s', (value, level, expected, overBy) => {
    expect(judge(limit, withMetric({ value }))).toMatchObject({
      budget: 'Test',
      metric: 'LCP',
      unit: 'ms',
      level,
      expected,
      actual: value,
      overBy,
      atLeast: false,
      reason: null,
    });
  });

  test('may have one of them only', () => {
    expect(judge({ metric: 'LCP', error: 3000 }, withMetric({ value: 2999 }))).toMatchObject({
      level: 'pass',
      expected: 3000,
    });
    expect(judge({ metric: 'LCP', warn: 2500 }, withMetric({ value: 9000 }))).toMatchObject({
      level: 'warn',
      expected: 2500,
    });
    expect(judge({ metric: 'LCP' }, withMetric({ value: 9000 }))).toBeUndefined();
  });
});

describe('a metric', () => {
  const cls = { metric: 'CLS', warn: 0.1, error: 0.15 };

  test('that is not supported is neither kept nor broken', () => {
    const unsupported = withMetric({ name: 'CLS', value: null, state: 'unsupported', stateReason: 'No layout-shift.' });
    expect(judge(cls, unsupported)).toMatchObject({
      level: 'not-measured',
      unit: 'score',
      actual: null,
      overBy: null,
      reason: 'No layout-shift.',
    });
  });

  test('that was inflated can show that a limit holds, not that it does not', () => {
    const inflated = (value: number) => withMetric({ value, state: 'inflated', stateReason: 'The page was hidden.' });
    const limit = { metric: 'LCP', error: 3000 };
    expect(judge(limit, inflated(2000))?.level).toBe('pass');
    expect(judge(limit, inflated(9000))).toMatchObject({
      level: 'not-measured',
      actual: 9000,
      reason: 'The page was hidden.',
    });
  });

  test('of several views is that of the worst, the undisturbed ones first', () => {
    const view = (viewId: string, overrides: Partial<MetricRecord>) => ({
      ...viewRecord({ viewId }),
      metrics: [metricRecord(overrides)],
    });
    const limit = { metric: 'LCP', error: 3000 };
    expect(judge(limit, { views: [view('1', { value: 1000 }), view('2', { value: 4000 })] })?.actual).toBe(4000);
    const disturbed = view('2', { value: 4000, state: 'inflated', stateReason: 'Hidden.' });
    expect(judge(limit, { views: [view('1', { value: 1000 }), disturbed] })).toMatchObject({
      actual: 1000,
      level: 'pass',
    });
  });
});

describe('the offenders of a broken metric are', () => {
  test('for LCP its resource, else its element', () => {
    const attribution = { target: 'img.hero', url: 'https://shop.example/hero.png' };
    const limit = { metric: 'LCP', error: 3000 };
    expect(judge(limit, withMetric({ value: 4000, attribution }))?.offenders).toEqual([
      { kind: 'resource', label: 'https://shop.example/hero.png', value: 4000, unit: 'ms' },
    ]);
    expect(judge(limit, withMetric({ value: 4000, attribution: { target: 'h1' } }))?.offenders).toMatchObject([
      { kind: 'element', label: 'h1' },
    ]);
    expect(judge(limit, withMetric({ value: 4000 }))?.offenders).toEqual([]);
  });

  test('for CLS the shifts without input, the largest first', () => {
    const layoutShifts = [
      layoutShiftRecord({ value: 0.1 }),
      layoutShiftRecord({ value: 0.3, startTime: 1700, sources: [] }),
      layoutShiftRecord({ value: 0.9, hadRecentInput: true }),
    ];
    const page = withMetric({ name: 'CLS', value: 0.4 }, { layoutShifts });
    expect(judge({ metric: 'CLS', error: 0.15 }, page)?.offenders).toEqual([
      { kind: 'layout-shift', label: UNNAMED_ELEMENT, value: 0.3, unit: 'score', startTime: 1700 },
      { kind: 'layout-shift', label: 'main', value: 0.1, unit: 'score', startTime: 1500 },
    ]);
  });

  test('for INP the interactions over the limit', () => {
    const interactions = [
      interactionRecord(),
      interactionRecord({ duration: 600, target: null }),
      interactionRecord({ duration: 120 }),
    ];
    const page = withMetric({ name: 'INP', value: 600 }, { interactions });
    expect(judge({ metric: 'INP', warn: 200 }, page)?.offenders.map(({ label }) => label)).toEqual([
      `click on ${UNNAMED_ELEMENT}`,
      'click on button.buy',
    ]);
  });

  test('for TBT the tasks between FCP and TTI by the time they block', () => {
    const longTasks = [
      longTaskRecord({ startTime: 100, duration: 400 }),
      longTaskRecord({ startTime: 600, duration: 150, scripts: [] }),
      longTaskRecord({ startTime: 900, duration: 300 }),
    ];
    const page = withMetric({ name: 'TBT', value: 350, attribution: { from: 500, to: 1200 } }, { longTasks });
    expect(judge({ metric: 'TBT', warn: 200 }, page)?.offenders).toMatchObject([
      { label: 'boot in app.js', value: 250 },
      { label: 'a task that the browser does not attribute', value: 100 },
    ]);
  });

  test('for FCP the document and what blocks rendering, for TTFB the document', () => {
    const resources = [
      resourceRecord({ initiatorType: 'navigation', url: 'https://shop.example/', startTime: 0 }),
      resourceRecord({ renderBlockingStatus: 'blocking', duration: 900, url: 'https://shop.example/a.css' }),
      resourceRecord(),
    ];
    const labels = (name: 'FCP' | 'TTFB') =>
      judge({ metric: name, error: 100 }, withMetric({ name, value: 2000 }, { resources }))?.offenders.map(
        ({ label }) => label,
      );
    expect(labels('FCP')).toEqual(['https://shop.example/a.css', 'https://shop.example/']);
    expect(labels('TTFB')).toEqual(['https://shop.example/']);
  });

  test('for FID its element, and at most ten in any case', () => {
    const fid = withMetric({ name: 'FID', value: 300, attribution: { eventTarget: 'button' } });
    expect(judge({ metric: 'FID', error: 200 }, fid)?.offenders).toMatchObject([{ kind: 'element', label: 'button' }]);
    const layoutShifts = Array.from({ length: 30 }, () => layoutShiftRecord());
    const page = withMetric({ name: 'CLS', value: 6 }, { layoutShifts });
    expect(judge({ metric: 'CLS', error: 0.15 }, page)?.offenders).toHaveLength(10);
  });
});

test('a limit that nobody knows is not measured, and says so', () => {
  expect(judge({ metric: 'speed', error: 1 }, {})).toMatchObject({
    level: 'not-measured',
    reason: 'Vitalog knows no limit named "speed"; correct it in the budget.',
  });
});

describe('a budget', () => {
  const views = [
    { ...viewRecord({ url: 'https://shop.example/cart' }), metrics: [metricRecord({ value: 1000 })] },
    {
      ...viewRecord({
        viewId: 'view-2',
        kind: 'soft-navigation',
        url: 'https://shop.example/product/1',
        startTime: 5000,
      }),
      metrics: [metricRecord({ value: 2000 })],
    },
  ];
  const resources = [resourceRecord(), resourceRecord({ startTime: 6000 }), resourceRecord({ startTime: 7000 })];
  const limits = [
    { metric: 'LCP', error: 1 },
    { metric: 'resource-count:script', error: 9 },
  ];

  test('is about the views that match, each with what started in it; the worst one counts', () => {
    const page = pageAnalysis({ views, resources });
    const actual = (match: string) =>
      evaluateBudgets(page, [{ name: 'B', match, limits }]).map((result) => result.actual);
    expect(actual('*')).toEqual([2000, 2]);
    expect(actual('/product/*')).toEqual([2000, 2]);
    expect(actual('/cart')).toEqual([1000, 1]);
    expect(actual('/about')).toEqual([]);
  });

  test('names the view that decided, and how every other came out', () => {
    const page = pageAnalysis({ views });
    const [result] = evaluateBudgets(page, [{ name: 'B', match: '*', limits: [{ metric: 'LCP', error: 1500 }] }]);
    expect(result).toMatchObject({
      level: 'error',
      viewId: 'view-2',
      views: [
        { viewId: 'view-1', level: 'pass', actual: 1000 },
        { viewId: 'view-2', level: 'error', actual: 2000 },
      ],
    });
    const [cart] = evaluateBudgets(page, [{ name: 'B', match: '/cart', limits: [{ metric: 'LCP', error: 1500 }] }]);
    expect(cart).toMatchObject({ level: 'pass', viewId: 'view-1', views: [] });
  });

  test.each([
    [['/cart', '/about'], [], 1],
    [['/about', 'https://shop.example/product/*'], [], 1],
    [['*'], ['/cart'], 1],
    ['*', ['/cart', '/product/*'], 0],
  ])('may have several patterns and exclusions: %j without %j', (match, exclude, results) => {
    const page = pageAnalysis({ views });
    const judged = evaluateBudgets(page, [{ name: 'B', match, exclude, limits: [{ metric: 'LCP', error: 1500 }] }]);
    expect(judged).toHaveLength(results);
  });

  test('does not keep another that matches from being applied', () => {
    const budgets = ['A', 'B'].map((name) => ({ name, match: '*', limits: limits.slice(0, 1) }));
    expect(evaluateBudgets(pageAnalysis({ views }), budgets).map(({ budget }) => budget)).toEqual(['A', 'B']);
  });
});
