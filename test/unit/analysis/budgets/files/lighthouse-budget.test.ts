import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBudgetFile, parseBudgetFile } from '../../../../../src/analysis/budgets/files/budget-file.ts';
import { problemText } from '../../../../../src/analysis/budgets/files/json-text.ts';
import { matchesPage } from '../../../../../src/analysis/glob.ts';
import type { Budget } from '../../../../../src/model/budget.ts';
import { anyBudgets, budget } from '../../../../fixtures/builders/budgets.ts';

/** Lighthouse's own validator and matcher, as Lighthouse CI ships them. */
const { Budget: Lighthouse } = createRequire(import.meta.url)('@lhci/utils/src/budget.js') as {
  Budget: { initializeBudget(value: unknown): unknown; urlMatchesPattern(url: string, pattern?: string): boolean };
};

const TEXT = readFileSync('test/fixtures/budgets/budget.json', 'utf8');

function exported(budgets: readonly Budget[]): unknown {
  return JSON.parse(formatBudgetFile(budgets, 'lighthouse').text);
}

function said(value: unknown): string {
  return parseBudgetFile(JSON.stringify(value, null, 1))
    .problems.map(problemText)
    .join('\n');
}

test('a budget.json is read: KiB become bytes, paths become globs, metrics that we do not measure are kept', () => {
  const { format, budgets, problems } = parseBudgetFile(TEXT);
  expect(problems).toEqual([]);
  expect(format).toBe('lighthouse');
  expect(budgets).toEqual([
    {
      name: '/*',
      match: '/**',
      limits: [
        { metric: 'TTI', error: 3000 },
        { metric: 'first-meaningful-paint', error: 1000 },
        { metric: 'CLS', error: 0.1 },
        { metric: 'resource-size:script', error: 128_000 },
        { metric: 'resource-size:total', error: 307_712 },
        { metric: 'resource-count:third-party', error: 10 },
      ],
    },
    {
      name: '/blog*post$',
      match: '/blog*post',
      firstParty: ['shop.example', '*.cdn.example'],
      limits: [{ metric: 'LCP', error: 2500 }],
    },
  ]);
});

const path = fc
  .tuple(
    fc.constantFrom('', 'a', 'a/b', 'a.b'),
    fc.constantFrom('', '*'),
    fc.constantFrom('', 'c'),
    fc.constantFrom('', '$'),
  )
  .map((parts) => `/${parts.join('')}`);
const number = fc.oneof(fc.nat(10_000), fc.double({ min: 0, max: 1e6, noNaN: true })).map((n) => n + 0);
const types = ['total', 'document', 'script', 'stylesheet', 'image', 'media', 'font', 'other', 'third-party'];
const resources = fc.uniqueArray(fc.record({ resourceType: fc.constantFrom(...types), budget: number }), {
  selector: ({ resourceType }) => resourceType,
  minLength: 1,
});
const metrics = [
  'first-contentful-paint',
  'interactive',
  'first-meaningful-paint',
  'max-potential-fid',
  'total-blocking-time',
  'speed-index',
  'largest-contentful-paint',
  'cumulative-layout-shift',
];
const timings = fc.uniqueArray(fc.record({ metric: fc.constantFrom(...metrics), budget: number }), {
  selector: ({ metric }) => metric,
  minLength: 1,
});
const hosts = fc.uniqueArray(fc.constantFrom('shop.example', '*.cdn.example'), { minLength: 1 });
const options = fc.record({ firstPartyHostnames: hosts });
const budgetJson = fc.array(
  fc.record({ path, options, resourceSizes: resources, resourceCounts: resources, timings }, { requiredKeys: [] }),
);

test('there and back it is identical', () => {
  fc.assert(
    fc.property(budgetJson, (value) => {
      expect(Lighthouse.initializeBudget(value)).toBeDefined();
      const { budgets, problems } = parseBudgetFile(JSON.stringify(value));
      expect(problems).toEqual([]);
      expect(exported(budgets)).toEqual(value);
    }),
  );
});

test('our glob matches the pages that Lighthouse matches', () => {
  fc.assert(
    fc.property(path, fc.constantFrom('', 'a', 'a/b', 'a/bc', 'aXb', 'a.b', 'ac', 'c', 'a?c'), (pattern, rest) => {
      const url = `https://shop.example/${rest}`;
      const match = parseBudgetFile(JSON.stringify([{ path: pattern }])).budgets[0]?.match ?? '';
      expect(matchesPage(String(match), url), pattern).toBe(Lighthouse.urlMatchesPattern(url, pattern));
    }),
  );
});

test("Lighthouse CI's validator accepts whatever we export", () => {
  fc.assert(
    fc.property(anyBudgets, (budgets) => {
      expect(() => Lighthouse.initializeBudget(exported(budgets))).not.toThrow();
    }),
  );
});

test('what budget.json has no place for is listed', () => {
  const budgets = [
    budget({
      match: ['/a', 'https://shop.example/*'],
      exclude: ['/b'],
      baseline: { last: 3, percentile: 50 },
      limits: [
        { metric: 'LCP', warn: 2000, error: 2500 },
        { metric: 'LCP', error: 0.1, relativeTo: 'baseline' },
        { metric: 'INP', error: 200 },
        { metric: 'CLS', warn: 0.1 },
      ],
    }),
  ];
  const { text, notHeld } = formatBudgetFile(budgets, 'lighthouse');
  expect(JSON.parse(text)).toEqual([
    {
      path: '/a$',
      timings: [
        { metric: 'largest-contentful-paint', budget: 2500 },
        { metric: 'cumulative-layout-shift', budget: 0.1 },
      ],
    },
  ]);
  expect(notHeld.map(({ what }) => what)).toEqual([
    'exclude',
    'baseline',
    'LCP warn',
    'LCP relative to the baseline',
    'INP',
    'match https://shop.example/*',
  ]);
});

describe('a broken budget.json', () => {
  test.each([
    [[{ pth: '/' }], /line 3, column 10, \[0\]\.pth: "pth" is not known here; use one of path, options/],
    [[{ path: 'a' }], /\[0\]\.path: A path starts with a slash/],
    [[{ path: '/*/*' }], /at most one \*/],
    [[{ path: '/$a' }], /\$ can only stand at the end/],
    [[{ options: { firstPartyHostnames: ['https://a'] } }], /firstPartyHostnames\[0\]: "https:\/\/a" is no host/],
    [[{ timings: [{ metric: 'LCP', budget: 1 }] }], /timings\[0\]\.metric: budget\.json knows no metric named "LCP"/],
    [[{ timings: [{ metric: 'interactive', budget: 1, tolerance: 2 }] }], /tolerance: "tolerance" is not known/],
    [[{ resourceSizes: [{ resourceType: 'css', budget: 1 }] }], /resourceSizes\[0\]\.resourceType: .*"css"/],
    [
      [{ resourceCounts: [{ resourceType: 'font', budget: '1' }] }],
      /budget: A number is expected here, not the string "1"/,
    ],
    [
      [{ resourceCounts: ['font', 'font'].map((resourceType) => ({ resourceType, budget: 1 })) }],
      /resourceCounts\[1\]\.resourceType: "font" is limited twice/,
    ],
    [['/'], /\[0\]: An object is expected here, not the string/],
  ])('%j is refused by Lighthouse and by us, which name the place', (value, message) => {
    expect(said(value)).toMatch(message);
    expect(() => Lighthouse.initializeBudget(value)).toThrow();
  });
});
