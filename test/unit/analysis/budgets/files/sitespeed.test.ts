import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatBudgetFile, parseBudgetFile } from '../../../../../src/analysis/budgets/files/budget-file.ts';
import { problemText } from '../../../../../src/analysis/budgets/files/json-text.ts';
import { SITESPEED_METRICS } from '../../../../../src/analysis/budgets/files/sitespeed-metrics.ts';
import { limitMetric } from '../../../../../src/analysis/budgets/limit-metrics.ts';
import { budget } from '../../../../fixtures/builders/budgets.ts';

const TEXT = readFileSync('test/fixtures/budgets/sitespeed-budget.json', 'utf8');

test('a budget is read: a URL has the defaults but for its own limits, and is left out of theirs', () => {
  const { format, budgets, notHeld, problems } = parseBudgetFile(TEXT);
  expect(problems).toEqual([]);
  expect(format).toBe('sitespeed');
  const defaults = [
    { metric: 'LCP', error: 2500 },
    { metric: 'CLS', error: 0.1 },
    { metric: 'load', error: 4000 },
    { metric: 'resource-count:total', error: 89 },
    { metric: 'request-status:errors', error: 0 },
    { metric: 'resource-size:script', error: 100_000 },
    { metric: 'resource-count:third-party', error: 10 },
    { metric: 'user-timing:hero-visible', error: 1500 },
  ];
  const url = 'https://shop.example/cart';
  expect(budgets).toEqual([
    { name: 'All pages', match: '*', exclude: [url], limits: defaults },
    {
      name: url,
      match: url,
      limits: [
        { metric: 'resource-size:script', error: 200_000 },
        ...defaults.filter(({ metric }) => metric !== 'resource-size:script'),
      ],
    },
  ]);
  expect(notHeld.map(({ what }) => what)).toEqual([
    'timings.firstPaint',
    'transferSize.json',
    'score.accessibility',
    'start',
  ]);
});

test('there and back budgets are identical', () => {
  const { budgets } = parseBudgetFile(TEXT);
  const { text, notHeld } = formatBudgetFile(budgets, 'sitespeed');
  expect(notHeld).toEqual([]);
  expect(parseBudgetFile(text).budgets.map(({ limits, ...rest }) => ({ ...rest, limits: new Set(limits) }))).toEqual(
    budgets.map(({ limits, ...rest }) => ({ ...rest, limits: new Set(limits) })),
  );
});

test('every metric of the table is a limit of ours', () => {
  expect(SITESPEED_METRICS.filter(([, , ours]) => limitMetric(ours).problem !== null)).toEqual([]);
});

test('what it has no place for is listed', () => {
  const { text, notHeld } = formatBudgetFile(
    [
      budget({
        exclude: ['/a'],
        limits: [
          { metric: 'LCP', warn: 1, error: 2 },
          { metric: 'LCP', error: 0.1, relativeTo: 'baseline' },
          { metric: 'file-size:a.js', error: 1 },
        ],
      }),
      budget({ name: 'Products', match: '/product/*' }),
    ],
    'sitespeed',
  );
  expect(JSON.parse(text)).toEqual({ budget: { googleWebVitals: { largestContentfulPaint: 2 } } });
  expect(notHeld.map(({ what }) => what)).toEqual([
    'LCP warn',
    'LCP relative to the baseline',
    'file-size:a.js',
    'match /product/*',
    'exclude /a',
  ]);
});

test.each([
  [{ budget: 7 }, /budget: An object is expected here, not the number 7/],
  [{ budget: {}, other: 1 }, /other: "other" is not known here; use one of budget/],
  [{ budget: { timings: { loadEventEnd: '4 s' } } }, /budget\.timings\.loadEventEnd: A number is expected/],
  [
    { budget: { 'https://a.example/': { timing: { loadEventEnd: 1 } } } },
    /budget\["https:\/\/a\.example\/"\]\.timing: sitespeed\.io knows no section named "timing"/,
  ],
])('%j is broken, and the place is named', (value, message) => {
  const { problems } = parseBudgetFile(JSON.stringify(value, null, 1));
  expect(problems.map(problemText).join('\n')).toMatch(message);
});
