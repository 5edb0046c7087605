import { expect, test } from 'vitest';
import { analyzePage } from '../../../../src/analysis/analyze-page.ts';
import { STARTER_BUDGET } from '../../../../src/analysis/budgets/starter.ts';
import { pageSnapshot, vitalRecord } from '../../../fixtures/builders/page-loads.ts';
import { navigationEntry, resourceEntry } from '../../../fixtures/builders/resource-entries.ts';
import { firstInputEntry, paintEntry } from '../../../fixtures/builders/timeline-entries.ts';

test('the Starter budget is the preset of the table', () => {
  const table = STARTER_BUDGET.limits.map(({ metric, warn, error }) => [metric, warn, error]);
  expect(table).toEqual([
    ['LCP', 2500, 3000],
    ['CLS', 0.1, 0.15],
    ['INP', 200, 500],
    ['FCP', 1500, 2000],
    ['FID', 100, 200],
    ['TBT', 200, 600],
    ['TTI', 3500, 5000],
    ['file-size:main*.js', 400_000, 500_000],
    ['file-size:vendor*.js', 800_000, 1_000_000],
    ['file-size:main*.css', 80_000, 100_000],
    ['resource-size:total', 1_500_000, 2_000_000],
    ['resource-size:image', undefined, 5_000_000],
    ['resource-count:image', undefined, 50],
    ['resource-size:font', undefined, 500_000],
    ['resource-count:font', undefined, 4],
    ['resource-size:script', undefined, 2_000_000],
    ['resource-count:script', undefined, 10],
    ['resource-size:stylesheet', undefined, 200_000],
    ['resource-count:stylesheet', undefined, 5],
    ['api-response-time:p95', 200, 500],
    ['api-error-rate', 0.001, 0.01],
  ]);
});

test('every limit of it can be measured', () => {
  const file = (name: string) => resourceEntry({ name: `https://shop.example/${name}` });
  const entries = [
    navigationEntry(),
    paintEntry(),
    firstInputEntry(),
    file('main.js'),
    file('vendor.js'),
    file('main.css'),
    resourceEntry({ name: 'https://shop.example/api', initiatorType: 'fetch' }),
  ];
  const vitals = (['LCP', 'CLS', 'INP', 'FCP'] as const).map((name) => vitalRecord({ name, value: 0.01 }));
  const { budgetResults } = analyzePage(pageSnapshot(entries, { vitals }), { budgets: [STARTER_BUDGET], earlier: [] });
  expect(budgetResults.filter(({ level }) => level !== 'pass')).toEqual([]);
  expect(budgetResults).toHaveLength(STARTER_BUDGET.limits.length);
});
