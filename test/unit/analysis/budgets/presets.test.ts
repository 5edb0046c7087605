import { expect, test } from 'vitest';
import { samplesOf } from '../../../../src/analysis/budgets/page-samples.ts';
import { CORE_WEB_VITALS_BUDGET, sessionBudget } from '../../../../src/analysis/budgets/presets.ts';
import { timingSize } from '../../../../src/model/size.ts';
import { metricRecord, pageAnalysis, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { pageLoadRecord, viewRecord } from '../../../fixtures/builders/page-loads.ts';

test('Core Web Vitals have the published thresholds', () => {
  expect(CORE_WEB_VITALS_BUDGET.limits).toEqual([
    { metric: 'LCP', warn: 2500, error: 4000 },
    { metric: 'INP', warn: 200, error: 500 },
    { metric: 'CLS', warn: 0.1, error: 0.25 },
  ]);
});

test('a budget from the session is the 75th percentile with a margin, for pages of that kind', () => {
  const samples = [1000, 2000, 3000, 4000].flatMap((value, index) =>
    samplesOf(
      pageLoadRecord({ timeOrigin: index }),
      pageAnalysis({
        views: [{ ...viewRecord(), metrics: [metricRecord({ value }), metricRecord({ name: 'CLS', value: 0.1 })] }],
        resources: [resourceRecord({ transferSize: timingSize(123_456) })],
      }),
    ),
  );
  const budget = sessionBudget('https://shop.example/', samples);
  expect(budget).toMatchObject({
    name: 'As recorded: https://shop.example/',
    match: ['https://shop.example/', 'https://shop.example/?*'],
  });
  const limits = new Map(budget?.limits.map((limit) => [limit.metric, limit]));
  expect(limits.get('LCP')).toEqual({ metric: 'LCP', warn: 3300, error: 3800 });
  expect(limits.get('CLS')).toEqual({ metric: 'CLS', warn: 0.11, error: 0.125 });
  expect(limits.get('resource-size:script')).toEqual({ metric: 'resource-size:script', warn: 140_000, error: 160_000 });
  expect(limits.has('INP')).toBe(false);
  expect(sessionBudget('https://shop.example/other', samples)).toBeNull();
});
