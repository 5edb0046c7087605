import { describe, expect, test } from 'vitest';
import { evaluateBudgets } from '../../../../src/analysis/budgets/evaluate-budgets.ts';
import type { PageAnalysis } from '../../../../src/model/analysis.ts';
import type { BudgetResult, Limit } from '../../../../src/model/budget.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { pageAnalysis, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function judge(limit: Limit, page: Partial<PageAnalysis>): BudgetResult | undefined {
  return evaluateBudgets(pageAnalysis(page), [{ name: 'Test', match: '*', limits: [limit] }])[0];
}

function withResources(...overrides: readonly Partial<ResourceRecord>[]): Partial<PageAnalysis> {
  return { resources: overrides.map(resourceRecord) };
}

const OPAQUE: Partial<ResourceRecord> = {
  opaque: true,
  transferSize: UNKNOWN_SIZE,
  encodedBodySize: UNKNOWN_SIZE,
  status: null,
  delivery: 'unknown',
};

describe('a size of a class of resources', () => {
  const image = (bytes: number): Partial<ResourceRecord> => ({
    resourceType: 'image',
    transferSize: timingSize(bytes),
    url: `https://shop.example/${bytes}.png`,
  });
  const limit = { metric: 'resource-size:image', warn: 1000, error: 2000 };

  test('is the sum of what its resources transferred; the largest are named first', () => {
    expect(judge(limit, withResources(image(600), image(1500), {}))).toMatchObject({
      level: 'error',
      actual: 2100,
      overBy: 100,
      unit: 'bytes',
      offenders: [
        { kind: 'resource', label: 'https://shop.example/1500.png', value: 1500, unit: 'bytes', size: 1500 },
        { label: 'https://shop.example/600.png' },
      ],
    });
  });

  test('of no resources holds', () => {
    expect(judge(limit, withResources({}))).toMatchObject({ level: 'pass', actual: 0 });
  });

  test('with an unknown part fails when the known part does', () => {
    const failed = judge(limit, withResources(image(2500), { ...OPAQUE, resourceType: 'image' }));
    expect(failed).toMatchObject({ level: 'error', actual: 2500, atLeast: true, reason: null });
    expect(failed?.offenders).toMatchObject([{ value: 2500 }, { value: 1, unit: 'count' }]);
  });

  test('with an unknown part does not pass either', () => {
    expect(judge(limit, withResources(image(500), { ...OPAQUE, resourceType: 'image' }))).toMatchObject({
      level: 'not-measured',
      actual: 500,
      atLeast: true,
      overBy: null,
      reason: '1 response of another origin hides its size (no Timing-Allow-Origin header).',
    });
  });

  test('may be the total, or that of third parties', () => {
    const page = withResources(
      image(600),
      { ...image(900), party: 'third' },
      { url: 'data:,x', transferSize: timingSize(9999) },
    );
    expect(judge({ metric: 'resource-size:total', error: 1 }, page)?.actual).toBe(1500);
    expect(judge({ metric: 'resource-size:third-party', error: 1 }, page)?.actual).toBe(900);
    expect(judge({ metric: 'resource-count:total', error: 9 }, page)?.actual).toBe(2);
    expect(judge({ metric: 'resource-count:third-party', error: 9 }, page)?.actual).toBe(1);
  });

  test('that does not exist is not measured, and says which do', () => {
    for (const metric of ['resource-size:img', 'resource-count:toString', 'resource-size']) {
      expect(judge({ metric, error: 1 }, withResources({}))).toMatchObject({
        level: 'not-measured',
        reason: expect.stringContaining('use one of document, script'),
      });
    }
  });
});

test('a number of requests at the limit holds; opaque ones count', () => {
  const limit = { metric: 'resource-count:script', error: 2 };
  expect(judge(limit, withResources({}, OPAQUE))).toMatchObject({ level: 'pass', actual: 2, atLeast: false });
  expect(judge(limit, withResources({}, OPAQUE, {}))).toMatchObject({ level: 'error', overBy: 1, unit: 'count' });
});

describe('a file size', () => {
  const limit = { metric: 'file-size:main*.js', warn: 400_000, error: 500_000 };
  const main = (bytes: number, overrides: Partial<ResourceRecord> = {}): Partial<ResourceRecord> => ({
    url: 'https://shop.example/assets/main-1.js?v=2',
    transferSize: timingSize(bytes),
    ...overrides,
  });

  test('is that of the largest match; all that are over the limit are named', () => {
    const second = main(700_000, { url: 'https://shop.example/main.js' });
    expect(
      judge(limit, withResources(main(600_000), second, main(100), { transferSize: timingSize(9_000_000) })),
    ).toMatchObject({
      level: 'error',
      actual: 700_000,
      offenders: [{ label: 'https://shop.example/main.js', value: 700_000 }, { value: 600_000 }],
    });
  });

  test('of a file from the cache is that of its compressed body', () => {
    const cached = main(0, { delivery: 'cache', encodedBodySize: timingSize(450_000) });
    expect(judge(limit, withResources(cached))).toMatchObject({ level: 'warn', actual: 450_000 });
  });

  test('is not measured without a match, or when it is unknown', () => {
    expect(judge(limit, withResources({}))).toMatchObject({
      level: 'not-measured',
      reason: 'The page has no file that matches main*.js.',
    });
    expect(judge(limit, withResources(main(0, OPAQUE)))).toMatchObject({ level: 'not-measured', actual: null });
    expect(judge(limit, withResources(main(100), main(0, OPAQUE)))).toMatchObject({
      level: 'not-measured',
      actual: 100,
    });
    expect(judge(limit, withResources(main(600_000), main(0, OPAQUE)))).toMatchObject({
      level: 'error',
      atLeast: true,
    });
  });
});

describe('an API limit', () => {
  const call = (duration: number, status: number | null = 200): Partial<ResourceRecord> => ({
    initiatorType: 'fetch',
    resourceType: 'other',
    duration,
    status,
    url: `https://shop.example/api/${duration}`,
  });

  test('takes the percentile by nearest rank; the calls over the limit are named, the slowest first', () => {
    const calls = Array.from({ length: 20 }, (_, index) => call((index + 1) * 100));
    const slow = { ...call(5000), initiatorType: 'img' };
    expect(judge({ metric: 'api-response-time:p95', warn: 1850 }, withResources(...calls, slow))).toMatchObject({
      level: 'warn',
      actual: 1900,
      unit: 'ms',
      offenders: [{ label: 'https://shop.example/api/2000', value: 2000 }, { value: 1900 }],
    });
    expect(judge({ metric: 'api-response-time:p50', error: 1 }, withResources(...calls))?.actual).toBe(1000);
  });

  test('counts answers with an error status', () => {
    const rate = { metric: 'api-error-rate', warn: 0.001, error: 0.01 };
    expect(judge(rate, withResources(call(1), call(2, 500), call(3), call(4, 404)))).toMatchObject({
      level: 'error',
      unit: 'ratio',
      actual: 0.5,
      offenders: [{ value: 4 }, { value: 2 }],
    });
    expect(judge(rate, withResources(call(1)))?.level).toBe('pass');
    expect(judge(rate, withResources(call(1), call(2, null)))).toMatchObject({ level: 'not-measured', atLeast: true });
    expect(judge(rate, withResources(call(1, 500), call(2, null)))).toMatchObject({ level: 'error', atLeast: true });
  });

  test('is not measured on a page without calls, or without a percentile', () => {
    expect(judge({ metric: 'api-error-rate', error: 0 }, withResources({}))?.reason).toContain('no API calls');
    expect(judge({ metric: 'api-response-time:p95', error: 0 }, withResources({}))?.reason).toContain('no API calls');
    for (const percentile of ['', '95', 'p0', 'p101', 'pp']) {
      const metric = `api-response-time:${percentile}`;
      expect(judge({ metric, error: 0 }, withResources(call(1)))?.reason).toContain('write it as p95');
    }
  });
});
