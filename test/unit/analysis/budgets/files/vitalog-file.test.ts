import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBudgetFile, parseBudgetFile } from '../../../../../src/analysis/budgets/files/budget-file.ts';
import { problemText } from '../../../../../src/analysis/budgets/files/json-text.ts';
import schema from '../../../../../src/analysis/budgets/files/vitalog.budgets.schema.json' with { type: 'json' };
import { LIMIT_METRICS } from '../../../../../src/analysis/budgets/limit-metrics.ts';
import { STARTER_BUDGET } from '../../../../../src/analysis/budgets/starter.ts';
import { anyBudgets, budget } from '../../../../fixtures/builders/budgets.ts';

const TEXT = readFileSync('test/fixtures/budgets/vitalog.budgets.json', 'utf8');
const isValid = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

/** A file of one budget with this in place of its parts. */
function file(overrides: object, limits: unknown = [{ metric: 'LCP', error: 1 }]): string {
  return JSON.stringify({ version: 1, budgets: [{ name: 'A', match: '/a', limits, ...overrides }] }, null, 2);
}

function said(text: string): readonly string[] {
  return parseBudgetFile(text).problems.map(problemText);
}

test('the example of the documentation is read, with its units', () => {
  const { format, budgets, problems } = parseBudgetFile(TEXT);
  expect(problems).toEqual([]);
  expect(format).toBe('vitalog');
  expect(budgets[0]).toEqual({
    name: 'Product pages',
    match: 'https://shop.example/product/*',
    firstParty: ['*.shop.example'],
    limits: [
      { metric: 'LCP', warn: 2000, error: 2500 },
      { metric: 'resource-size:script', warn: 409_600, error: 512_000 },
      { metric: 'resource-count:image', error: 50 },
      { metric: 'file-size:/assets/main-*.js', warn: 400_000, error: 500_000 },
      { metric: 'user-timing:hero-visible', error: 1500 },
      { metric: 'api-response-time:p95', warn: 200, error: 500 },
      { metric: 'api-error-rate', warn: 0.001, error: 0.01 },
      { metric: 'LCP', warn: 0.1, error: 0.2, relativeTo: 'baseline' },
    ],
  });
  expect(budgets[1]).toMatchObject({ exclude: ['/admin/*'], baseline: { last: 20, percentile: 75 } });
  expect(isValid(JSON.parse(TEXT))).toBe(true);
});

test('what is written is read as the same, and is valid under the schema', () => {
  fc.assert(
    fc.property(anyBudgets, (budgets) => {
      const { text, notHeld } = formatBudgetFile(budgets, 'vitalog');
      expect(notHeld).toEqual([]);
      expect(parseBudgetFile(text)).toMatchObject({ budgets, problems: [] });
      expect(isValid(JSON.parse(text)), JSON.stringify(isValid.errors)).toBe(true);
    }),
  );
  expect(parseBudgetFile(formatBudgetFile([STARTER_BUDGET], 'vitalog').text).budgets).toEqual([STARTER_BUDGET]);
});

test('sizes are written in the unit in which they are round', () => {
  const limits = [
    { metric: 'largest-resource', warn: 500_000, error: 512_000 },
    { metric: 'resource-size:total', warn: 2_000_000, error: 2_097_152 },
    { metric: 'heap-growth', warn: 1_234_567, error: 1_500_000 },
    { metric: 'LCP', relativeTo: 'baseline' as const, warn: -0.05, error: 0.125 },
  ];
  const { text } = formatBudgetFile([budget({ limits })], 'vitalog');
  expect(JSON.parse(text).budgets[0].limits).toEqual([
    { metric: 'largest-resource', warn: '500 kB', error: '500 KiB' },
    { metric: 'resource-size:total', warn: '2 MB', error: '2 MiB' },
    { metric: 'heap-growth', warn: 1_234_567, error: '1.5 MB' },
    { metric: 'LCP', relativeTo: 'baseline', warn: '-5%', error: '+12.5%' },
  ]);
});

test('the schema knows every kind of limit', () => {
  const argument: Readonly<Record<string, string>> = {
    'resource-size': ':script',
    'resource-count': ':entity:X',
    'file-size': ':a.js',
    'request-status': ':5xx',
    'user-timing': ':a',
    'server-timing': ':a',
    'api-response-time': ':p99.9',
  };
  const limits = [...LIMIT_METRICS.keys()].map((kind) => ({ metric: kind + (argument[kind] ?? ''), error: 1 }));
  const text = file({}, limits);
  expect(said(text)).toEqual([]);
  expect(isValid(JSON.parse(text)), JSON.stringify(isValid.errors)).toBe(true);
});

/** What is wrong, in a file that is else fine; the schema says no as well. */
const BROKEN: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  ['another version', '{ "version": 2, "budgets": [] }', /^line 1, column 14, version: The version .* is 1/],
  ['no version', '{ "budgets": [] }', /^line 1, column 1, version: The version/],
  ['no budgets', '{ "version": 1 }', /budgets: A list is expected here, not nothing/],
  [
    'an unknown member',
    file({ matches: '/b' }),
    /^line 13, column 18, budgets\[0\]\.matches: "matches" is not known here; use one of name, match/,
  ],
  ['no name', file({ name: '' }), /budgets\[0\]\.name: This text is empty/],
  ['a number for a name', file({ name: 7 }), /name: A text is expected here, not the number 7/],
  ['no pattern', file({ match: [] }), /match: Name at least one pattern/],
  [
    'a pattern that matches nothing',
    file({ match: 'shop.example/*' }),
    /"shop.example\/\*" can match no page: begin with a slash/,
  ],
  [
    'a host with a scheme',
    file({ firstParty: ['https://a.example'] }),
    /firstParty\[0\]: "https:\/\/a.example" is no host/,
  ],
  [
    'a typing error',
    file({}, [{ metric: 'LPC', error: 1 }]),
    /^line 9, column 21, budgets\[0\]\.limits\[0\]\.metric: Vitalog knows no limit named "LPC".* Did you mean LCP\?$/,
  ],
  [
    'a class that is none',
    file({}, [{ metric: 'resource-size:pictures', error: 1 }]),
    /"pictures" is no class of resources/,
  ],
  ['a limit without numbers', file({}, [{ metric: 'LCP' }]), /limits\[0\]: A limit needs "warn", "error" or both/],
  ['a negative limit', file({}, [{ metric: 'LCP', error: -1 }]), /error: A limit cannot be negative/],
  [
    'a change without a sign of per cent',
    file({}, [{ metric: 'LCP', error: '+10', relativeTo: 'baseline' }]),
    /"\+10" is no change against the baseline; write "\+10%"/,
  ],
  [
    'relative to nothing',
    file({}, [{ metric: 'LCP', error: '+10%', relativeTo: 'yesterday' }]),
    /relative to "baseline" only/,
  ],
  ['two baselines', file({ baseline: { last: 3, session: 'x' } }), /baseline: A baseline is the "last"/],
  ['a baseline of half a page load', file({ baseline: { last: 0.5 } }), /last: Name a whole number/],
  ['a percentile over 100', file({ baseline: { last: 5, percentile: 101 } }), /percentile: A percentile is/],
  [
    'too many budgets',
    JSON.stringify({ version: 1, budgets: Array.from({ length: 51 }, (_, i) => budget({ name: `${i}` })) }),
    /At most 50 budgets fit; there are 51/,
  ],
];

test.each(BROKEN)('%s is a problem with its place', (_, text, message) => {
  expect(said(text).join('\n')).toMatch(new RegExp(message.source, 'm'));
  expect(parseBudgetFile(text).budgets).toEqual([]);
  expect(isValid(JSON.parse(text))).toBe(false);
});

describe('beyond the schema', () => {
  test.each([
    [
      'a unit of another metric',
      file({}, [{ metric: 'LCP', error: '5 kB' }]),
      /"5 kB" is no limit in this metric's unit; write 2500 or "2.5 s"/,
    ],
    ['a unit that is none', file({}, [{ metric: 'largest-resource', error: '5 kb/s' }]), /write 500000, "500 kB"/],
    [
      'a warning above the error',
      file({}, [{ metric: 'LCP', warn: 2, error: 1 }]),
      /warn: The warning must not lie above the error/,
    ],
    [
      'a name twice',
      JSON.stringify({ version: 1, budgets: [budget(), budget()] }),
      /budgets\[1\]\.name: Another budget is named "Shop" already/,
    ],
  ])('%s is a problem too', (_, text, message) => {
    expect(said(text).join('\n')).toMatch(message);
  });
});

test.each([
  ['', /^line 1, column 1: The file is empty/],
  ['{ "version": 1, }', /column 17: A member in double quotes is expected/],
  ['{ "version": 1\n  "budgets": [] }', /^line 2, column 3: A comma is missing here/],
  ['{ // ours\n "version": 1 }', /^line 1, column 3: Budget files are strict JSON, without comments/],
  ['{ "version": 1, "budgets": [', /^line 1, column 29: A closing bracket/],
  ['{ "version": 1 } x', /column 18/],
  ['null', /An object is expected here, not null/],
])('%j is no JSON of ours, and the place is named', (text, message) => {
  expect(said(text).join('\n')).toMatch(message);
});

test('all problems are told at once', () => {
  expect(said(file({ name: '', nope: 1 }, [{ metric: 'x' }, { metric: 'LCP', warn: 'soon' }]))).toHaveLength(4);
});
