import { describe, expect, test } from 'vitest';
import { evaluateBudgets } from '../../../../src/analysis/budgets/evaluate-budgets.ts';
import { LIMIT_METRICS } from '../../../../src/analysis/budgets/limit-metrics.ts';
import type { PageAnalysis } from '../../../../src/model/analysis.ts';
import type { BudgetResult, Limit, LimitUnit } from '../../../../src/model/budget.ts';
import type { MetricName } from '../../../../src/model/metrics.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import {
  interactionRecord,
  longTaskRecord,
  metricRecord,
  pageAnalysis,
  resourceRecord,
} from '../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

function judge(limit: Limit, page: Partial<PageAnalysis>): BudgetResult | undefined {
  return evaluateBudgets(pageAnalysis(page), [{ name: 'Test', match: '*', limits: [limit] }])[0];
}

function metric(name: MetricName, value: number): Partial<PageAnalysis> {
  return { views: [{ ...viewRecord(), metrics: [metricRecord({ name, value })] }] };
}

function resources(...overrides: readonly Partial<ResourceRecord>[]): Partial<PageAnalysis> {
  return { resources: overrides.map(resourceRecord) };
}

const bytes = (value: number) => ({ transferSize: timingSize(value) });
const call = { initiatorType: 'fetch', resourceType: 'other' as const };
const mark = { kind: 'mark' as const, duration: 0 };

/** Every kind of limit with a page that has this value of it. */
const MEASURED: readonly (readonly [key: string, unit: LimitUnit, value: number, page: Partial<PageAnalysis>])[] = [
  ['LCP', 'ms', 2500, metric('LCP', 2500)],
  ['CLS', 'score', 0.1, metric('CLS', 0.1)],
  ['INP', 'ms', 200, metric('INP', 200)],
  ['FCP', 'ms', 1800, metric('FCP', 1800)],
  ['TTFB', 'ms', 800, metric('TTFB', 800)],
  ['FID', 'ms', 100, metric('FID', 100)],
  ['TBT', 'ms', 200, metric('TBT', 200)],
  ['TTI', 'ms', 3785, metric('TTI', 3785)],
  ['dom-content-loaded', 'ms', 900, { loadEvents: { domContentLoaded: 900, load: null } }],
  ['load', 'ms', 1500, { loadEvents: { domContentLoaded: 900, load: 1500 } }],
  ['long-task-count', 'count', 2, { longTasks: [longTaskRecord(), longTaskRecord({ startTime: 900 })] }],
  ['long-task-blocking-time', 'ms', 140, { longTasks: [longTaskRecord(), longTaskRecord({ startTime: 900 })] }],
  ['longest-interaction', 'ms', 208, { interactions: [interactionRecord({ duration: 104 }), interactionRecord()] }],
  ['resource-size:script', 'bytes', 900, resources(bytes(400), bytes(500), { resourceType: 'image', ...bytes(9999) })],
  ['resource-size:total', 'bytes', 900, resources(bytes(400), { resourceType: 'image', ...bytes(500) })],
  ['resource-size:first-party', 'bytes', 400, resources(bytes(400), { party: 'third', ...bytes(500) })],
  ['resource-size:third-party', 'bytes', 500, resources(bytes(400), { party: 'third', ...bytes(500) })],
  ['resource-size:entity:Google Fonts', 'bytes', 500, resources(bytes(400), { entity: 'Google Fonts', ...bytes(500) })],
  ['resource-count:image', 'count', 2, resources({ resourceType: 'image' }, { resourceType: 'image' }, {})],
  ['resource-count:entity:stripe', 'count', 1, resources({ entity: 'Stripe' }, { entity: 'Other' }, {})],
  ['file-size:app*.js', 'bytes', 700, resources(bytes(700), { url: 'https://shop.example/x.js', ...bytes(9000) })],
  ['largest-resource', 'bytes', 9000, resources(bytes(700), { url: 'https://shop.example/x.png', ...bytes(9000) })],
  ['request-status:404', 'count', 1, resources({ status: 404 }, { status: 500 }, {})],
  ['request-status:5xx', 'count', 2, resources({ status: 404 }, { status: 500 }, { status: 503 })],
  ['request-status:errors', 'count', 2, resources({ status: 404 }, { status: 500 }, { status: 399 })],
  ['user-timing:hero', 'ms', 800, { userTimings: [{ ...mark, name: 'hero', startTime: 800 }] }],
  [
    'user-timing:route-*',
    'ms',
    70,
    {
      userTimings: [
        { ...mark, name: 'route-start', startTime: 800 },
        { kind: 'measure', name: 'route-change', startTime: 800, duration: 70 },
      ],
    },
  ],
  [
    'server-timing:db',
    'ms',
    53,
    resources(
      { serverTiming: [{ name: 'db', duration: 53, description: '' }] },
      { serverTiming: [{ name: 'db', duration: 20, description: '' }] },
    ),
  ],
  ['api-response-time:p50', 'ms', 100, resources({ ...call, duration: 100 }, { ...call, duration: 300 })],
  ['api-error-rate', 'ratio', 0.5, resources({ ...call, status: 500 }, call)],
  [
    'heap-growth',
    'bytes',
    4000,
    {
      heapSamples: [9000, 1000, 8000, 7000, 9000, 5000].map((usedJSHeapSize, index) => ({
        startTime: index * 5000,
        usedJSHeapSize,
      })),
    },
  ],
];

const FOREIGN = ['speed-index', 'first-meaningful-paint', 'max-potential-fid'];

test('every kind of limit is in the table', () => {
  const kinds = new Set([...MEASURED.map(([key]) => key.split(':')[0]), ...FOREIGN]);
  expect([...LIMIT_METRICS.keys()].filter((kind) => !kinds.has(kind))).toEqual([]);
});

describe.each(MEASURED)('%s', (key, unit, value, page) => {
  const less = value - Math.min(1, value / 2);
  const least = less / 2;

  test('holds at the limit', () => {
    expect(judge({ metric: key, warn: value, error: value }, page)).toMatchObject({
      level: 'pass',
      unit,
      expected: value,
      actual: value,
      overBy: 0,
      reason: null,
      offenders: [],
    });
  });

  test('warns above the first number', () => {
    const result = judge({ metric: key, warn: less, error: value }, page);
    expect(result).toMatchObject({ level: 'warn', expected: less, actual: value, overBy: value - less });
  });

  test('fails above the second', () => {
    const result = judge({ metric: key, warn: least, error: less }, page);
    expect(result).toMatchObject({ level: 'error', expected: less, actual: value, overBy: value - less });
  });

  test('may have one number only', () => {
    expect(judge({ metric: key, warn: less }, page)?.level).toBe('warn');
    expect(judge({ metric: key, error: less }, page)?.level).toBe('error');
    expect(judge({ metric: key, warn: value }, page)?.level).toBe('pass');
    expect(judge({ metric: key, error: value }, page)?.level).toBe('pass');
  });

  test('names the largest offenders first', () => {
    const values = (judge({ metric: key, error: 0 }, page)?.offenders ?? []).map((offender) => offender.value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    // A vital without attribution and the heap have nobody to blame.
    if (!/^[A-Z]/.test(key) && key !== 'heap-growth' && key !== 'load' && key !== 'dom-content-loaded')
      expect(values.length).toBeGreaterThan(0);
  });
});

/** Every kind with a page of which the browser tells nothing, or too little. */
const UNKNOWN: readonly (readonly [key: string, page: Partial<PageAnalysis>, reason: RegExp])[] = [
  ['CLS', { views: [{ ...viewRecord(), metrics: [] }] }, /has not reported CLS/],
  ['dom-content-loaded', { loadEvents: { domContentLoaded: null, load: null } }, /not come so far/],
  ['load', { views: [{ ...viewRecord({ kind: 'soft-navigation' }), metrics: [] }] }, /page loads only/],
  ['long-task-count', { supportedEntryTypes: ['resource'] }, /does not measure this: it reports no longtask/],
  ['long-task-blocking-time', { supportedEntryTypes: [] }, /does not measure this: it reports no longtask/],
  ['longest-interaction', { supportedEntryTypes: [] }, /does not measure this: it reports no event/],
  ['longest-interaction', {}, /Nobody has clicked/],
  ['resource-size:total', resources({ transferSize: UNKNOWN_SIZE }), /hides its size/],
  ['resource-size:entity:X', resources({ entity: 'X', transferSize: UNKNOWN_SIZE }), /hides its size/],
  ['resource-size:pictures', resources({}), /is no class of resources/],
  ['resource-count:entity:', resources({}), /is no class of resources/],
  ['file-size:', resources({}), /Name a file/],
  ['largest-resource', {}, /loaded no resource/],
  ['largest-resource', resources(bytes(10), { transferSize: UNKNOWN_SIZE }), /hides its size/],
  ['request-status:errors', resources({ status: null }), /does not tell the status of 1 of 1/],
  ['request-status:600', resources({}), /is no status/],
  ['user-timing:hero', {}, /no mark or measure named hero/],
  ['user-timing:', {}, /Name a mark/],
  ['server-timing:db', resources({}), /No response had/],
  ['server-timing:', resources({}), /Name a Server-Timing/],
  ['api-error-rate:x', resources(call), /Nothing may follow/],
  ['heap-growth', { heapSamples: [{ startTime: 0, usedJSHeapSize: 1 }] }, /The heap was sampled 1 time; /],
  [
    'heap-growth',
    { heapSamples: [], browser: { name: 'Firefox', version: '153.0' } },
    /^Firefox does not measure this\.$/,
  ],
  ...FOREIGN.map((key) => [key, {}, /measured by Lighthouse/] as const),
];

test.each(UNKNOWN)('%s is not measured, and so does not pass: %#', (key, page, reason) => {
  const generous = judge({ metric: key, warn: 1e9, error: 1e12 }, page);
  expect(generous).toMatchObject({ level: 'not-measured', overBy: null, reason: expect.stringMatching(reason) });
  const tight = judge({ metric: key, error: 0 }, page);
  expect(tight?.level).toBe((generous?.actual ?? 0) > 0 ? 'error' : 'not-measured');
});

test('a heap that shrank grew by nothing', () => {
  const heapSamples = [9, 8, 7, 6, 5, 4].map((usedJSHeapSize, index) => ({ startTime: index, usedJSHeapSize }));
  expect(judge({ metric: 'heap-growth', error: 0 }, { heapSamples })).toMatchObject({ level: 'pass', actual: 0 });
});

test('marks count from the start of their view', () => {
  const views = [
    { ...viewRecord(), metrics: [] },
    { ...viewRecord({ viewId: 'view-2', kind: 'soft-navigation', startTime: 1000 }), metrics: [] },
  ];
  const userTimings = [{ ...mark, name: 'ready', startTime: 1300 }];
  expect(judge({ metric: 'user-timing:ready', error: 300 }, { views, userTimings })).toMatchObject({
    level: 'pass',
    actual: 300,
    viewId: 'view-2',
  });
});
