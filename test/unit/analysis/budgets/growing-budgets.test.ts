import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPageAnalyzer } from '../../../../src/analysis/analyze-page.ts';
import { evaluateBudgets } from '../../../../src/analysis/budgets/evaluate-budgets.ts';
import type { Budget, Limit } from '../../../../src/model/budget.ts';
import { pageLoadRecord, viewRecord } from '../../../fixtures/builders/page-loads.ts';
import { navigationEntry, opaqueEntry, resourceEntry } from '../../../fixtures/builders/resource-entries.ts';

const startTime = fc.integer({ min: 0, max: 40 }).map((n) => n * 100);
const responseStatus = fc.constantFrom(0, 200, 404, 503);
const transferSize = fc.constantFrom(0, 300, 900, 70_000);

/** Requests of every kind that limits count, with equal sizes, times and URLs among them. */
const anyRequest = fc.oneof(
  fc
    .record({ startTime, responseStatus, transferSize, n: fc.nat(3) })
    .map(({ n, ...at }) => resourceEntry({ ...at, name: `https://shop.example/main-${n}.js` })),
  fc
    .record({ startTime, responseStatus, responseEnd: startTime, n: fc.nat(3) })
    .map(({ n, ...at }) => resourceEntry({ ...at, name: `https://shop.example/api/${n}`, initiatorType: 'fetch' })),
  fc
    .record({ startTime, transferSize, n: fc.nat(2) })
    .map(({ n, ...at }) => resourceEntry({ ...at, name: `https://cdn-${n}.example/a.png`, initiatorType: 'img' })),
  fc.record({ startTime }).map(opaqueEntry),
  fc.record({ responseEnd: startTime }).map(navigationEntry),
);

const anyLimit: fc.Arbitrary<Limit> = fc.record({
  metric: fc.constantFrom(
    'resource-size:total',
    'resource-size:script',
    'resource-count:image',
    'resource-count:third-party',
    'file-size:main*.js',
    'file-size:/api/*',
    'largest-resource',
    'request-status:errors',
    'request-status:404',
    'api-response-time:p95',
    'api-response-time:p50',
    'api-error-rate',
  ),
  error: fc.constantFrom(0, 0.3, 1, 500, 100_000),
});
const anyBudget: fc.Arbitrary<Budget> = fc.record({
  name: fc.constantFrom('A', 'B'),
  match: fc.constantFrom('*', '/nowhere'),
  limits: fc.array(anyLimit, { maxLength: 6 }),
});

test('budgets held against a page that grows say what they say of it as a whole', () => {
  const chunks = fc.array(fc.array(anyRequest, { maxLength: 12 }), { maxLength: 6 });
  fc.assert(
    fc.property(chunks, fc.array(anyBudget, { maxLength: 3 }), fc.boolean(), (parts, budgets, hasTwoViews) => {
      const second = viewRecord({ viewId: 'view-2', kind: 'soft-navigation', startTime: 2000 });
      const pageLoad = pageLoadRecord({ views: hasTwoViews ? [viewRecord(), second] : [viewRecord()] });
      const analyzer = createPageAnalyzer({ budgets, earlier: [] });
      for (const part of parts) {
        analyzer.extend(part);
        const { budgetResults, ...page } = analyzer.result(pageLoad);
        expect(budgetResults).toEqual(evaluateBudgets(page, budgets));
      }
    }),
    { numRuns: 300 },
  );
});

test('a limit that fails names the ten largest, whenever they came', () => {
  const budgets = [{ name: 'A', match: '*', limits: [{ metric: 'resource-count:script', error: 1 }] }];
  const analyzer = createPageAnalyzer({ budgets, earlier: [] });
  const sizes = [5, 30, 10, 120, 70, 20, 90, 15, 60, 40, 110, 25].map((kb) => kb * 1000);
  for (const transferSize of sizes) {
    analyzer.extend([resourceEntry({ startTime: 5000 - transferSize / 100, transferSize })]);
    analyzer.result(pageLoadRecord());
  }
  const [result] = analyzer.result(pageLoadRecord()).budgetResults;
  expect(result?.actual).toBe(12);
  expect(result?.offenders.map(({ value }) => value)).toEqual(sizes.toSorted((a, b) => b - a).slice(0, 10));
});
