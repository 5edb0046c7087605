import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatBudgetFile,
  notHeldText,
  parseBudgetFile,
} from '../../../../../src/analysis/budgets/files/budget-file.ts';
import { problemText } from '../../../../../src/analysis/budgets/files/json-text.ts';
import { patternsOfRegex, regexOf } from '../../../../../src/analysis/budgets/files/url-regex.ts';
import { matchesPage } from '../../../../../src/analysis/glob.ts';
import type { Budget } from '../../../../../src/model/budget.ts';
import { budget } from '../../../../fixtures/builders/budgets.ts';

interface AssertionResult {
  readonly auditId: string;
  readonly level: string;
  readonly expected: number;
  readonly actual: number;
  readonly auditProperty?: string;
}

/** What `lhci assert` runs. */
const { getAllAssertionResults } = createRequire(import.meta.url)('@lhci/utils/src/assertions.js') as {
  getAllAssertionResults(options: unknown, lhrs: readonly unknown[]): readonly AssertionResult[];
};

const TEXT = readFileSync('test/fixtures/budgets/lighthouserc.json', 'utf8');

function exported(budgets: readonly Budget[]) {
  const { text, notHeld } = formatBudgetFile(budgets, 'lighthouse-ci');
  return { config: JSON.parse(text), notHeld };
}

test('a configuration is read: levels of the same pages are one budget, what is no limit is listed', () => {
  const { format, budgets, notHeld, problems } = parseBudgetFile(TEXT);
  expect(problems).toEqual([]);
  expect(format).toBe('lighthouse-ci');
  expect(budgets).toEqual([
    {
      name: '/product/*',
      match: '/product/*',
      limits: [
        { metric: 'LCP', warn: 2500, error: 4000 },
        { metric: 'resource-size:script', error: 512_000 },
        { metric: 'user-timing:hero', error: 1500 },
      ],
    },
  ]);
  expect(notHeld.map(notHeldText)).toEqual([
    '"Lighthouse CI": preset is left out: Vitalog has no such thing.',
    '"/product/*": uses-http2 is left out: only maxNumericValue is a limit of a measured value.',
    '"/(en|de)/.+": matchingUrlPattern /(en|de)/.+ is left out: this expression is more than a glob can say, so its limits are left out.',
  ]);
});

test('there and back budgets are identical', () => {
  const budgets = [
    budget({
      name: 'All pages',
      limits: [
        { metric: 'LCP', warn: 2500, error: 4000 },
        { metric: 'CLS', error: 0.1 },
      ],
    }),
    budget({
      name: '/a.b/*',
      match: '/a.b/*',
      limits: [
        { metric: 'user-timing:hero', warn: 1 },
        { metric: 'resource-count:image', error: 9 },
      ],
    }),
    budget({ name: '/x, https://shop.example/?q=*', match: ['/x', 'https://shop.example/?q=*'] }),
  ];
  const { config, notHeld } = exported(budgets);
  expect(notHeld).toEqual([]);
  expect(parseBudgetFile(JSON.stringify(config)).budgets).toEqual(budgets);
});

test('lhci asserts what we export as we would', () => {
  const limits = [
    { metric: 'LCP', warn: 2000, error: 2500 },
    { metric: 'resource-size:script', error: 1000 },
    { metric: 'user-timing:hero', warn: 100 },
    { metric: 'CLS', error: 0.3 },
  ];
  const { config } = exported([budget({ match: '/product/*', limits })]);
  const audits = {
    'largest-contentful-paint': { numericValue: 2400 },
    'cumulative-layout-shift': { numericValue: 0.2 },
    'resource-summary': { details: { items: [{ resourceType: 'script', transferSize: 1001, size: 1001 }] } },
    'user-timings': { details: { items: [{ name: 'hero', startTime: 120 }] } },
  };
  const results = getAllAssertionResults(config.ci.assert, [{ finalUrl: 'https://shop.example/product/1', audits }]);
  const told = results.map(({ auditId, auditProperty, level, expected, actual }) => {
    return [[auditId, auditProperty].join(' '), level, expected, actual];
  });
  expect(told.sort()).toEqual([
    ['largest-contentful-paint ', 'warn', 2000, 2400],
    ['resource-summary script.size', 'error', 1000, 1001],
    ['user-timings hero', 'warn', 100, 120],
  ]);
  expect(getAllAssertionResults(config.ci.assert, [{ finalUrl: 'https://shop.example/cart', audits }])).toEqual([]);
});

test('what assertions have no place for is listed', () => {
  const { config, notHeld } = exported([
    budget({
      exclude: ['/a'],
      firstParty: ['cdn.example'],
      baseline: { last: 3, percentile: 50 },
      limits: [
        { metric: 'LCP', error: 0.1, relativeTo: 'baseline' },
        { metric: 'file-size:main.js', error: 1 },
        { metric: 'user-timing:route-*', error: 1 },
      ],
    }),
  ]);
  expect(config).toEqual({ ci: { assert: { assertMatrix: [] } } });
  expect(notHeld.map(({ what }) => what)).toEqual([
    'exclude',
    'firstParty',
    'baseline',
    'LCP relative to the baseline',
    'file-size:main.js',
    'user-timing:route-*',
  ]);
});

describe('the regular expression of pages', () => {
  test.each([
    ['.*', ['*']],
    ['^https?://[^/]+/product/.*$', ['/product/*']],
    ['https?://[^/]+/', ['/*']],
    ['http://localhost/', ['*http://localhost/*']],
    ['^https://shop\\.example/a$', ['https://shop.example/a']],
    ['^https?://shop\\.example/', ['https://shop.example/*', 'http://shop.example/*']],
    ['/(a|b)', null],
    ['/a+', null],
    ['/[ab]', null],
    ['/a\\*', null],
  ])('%s means %j', (regex, patterns) => {
    expect(patternsOfRegex(regex)).toEqual(patterns);
  });

  const part = fc.constantFrom('*', '/a*', '/product/*/b', 'https://shop.example/*', '/a.b?c=(d)', '/x|y');
  test('of any patterns matches the same pages, and is read back as them', () => {
    const urls = ['/a', '/ab', '/product/1/b', '/a.b?c=(d)', '/aXb?c=(d)', '/', '/x|y'];
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 1 }), fc.constantFrom(...urls), (patterns, path) => {
        const url = `https://shop.example${path}`;
        const regex = regexOf(patterns);
        expect(new RegExp(regex).test(url), regex).toBe(patterns.some((pattern) => matchesPage(pattern, url)));
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 1 }), (patterns) => {
        expect(patternsOfRegex(regexOf(patterns))).toEqual(patterns.includes('*') ? ['*'] : patterns);
      }),
    );
  });
});

test.each([
  [{ ci: { asert: {} } }, /ci\.asert: "asert" is not known here; use one of assert/],
  [{ ci: {} }, /ci\.assert: An object is expected here, not nothing/],
  [
    { assertions: { 'largest-contentful-paint': 'loud' } },
    /assertions\["largest-contentful-paint"\]: An assertion is "off"/,
  ],
  [
    { assertions: { 'largest-contentful-paint': ['error', { maxNumericValue: 'a' }] } },
    /^line 6, column 24, assertions\["largest-contentful-paint"\]\[1\]\.maxNumericValue: A number is expected/,
  ],
  [{ assertMatrix: {} }, /assertMatrix: A list is expected here, not an object/],
  [{ assertMatrix: [{ matchingUrlPattern: 7, assertions: {} }] }, /assertMatrix\[0\]\.matchingUrlPattern: A text/],
])('%j is broken, and the place is named', (value, message) => {
  const { problems } = parseBudgetFile(JSON.stringify(value, null, 1));
  expect(problems.map(problemText).join('\n')).toMatch(message);
});
