import { describe, expect, test } from 'vitest';
import type { BaselineSample } from '../../../../src/analysis/budgets/baseline.ts';
import { evaluateBudgets } from '../../../../src/analysis/budgets/evaluate-budgets.ts';
import { samplesOf } from '../../../../src/analysis/budgets/page-samples.ts';
import type { BaselineChoice, BudgetResult } from '../../../../src/model/budget.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { pageAnalysis, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';

const METRIC = 'resource-size:script';

/** A page load of the shop's start page with one script of this size. */
function page(size: number | null) {
  const transferSize = size === null ? UNKNOWN_SIZE : timingSize(size);
  return pageAnalysis({ resources: [resourceRecord({ transferSize })] });
}

function samples(sizes: readonly (number | null)[], sessionId = 'session-1'): readonly BaselineSample[] {
  return sizes.flatMap((size, index) =>
    samplesOf(pageLoadRecord({ sessionId, timeOrigin: index, pageLoadId: `load-${index}` }), page(size)),
  );
}

function judge(size: number, earlier: readonly BaselineSample[], baseline?: BaselineChoice): BudgetResult | undefined {
  const limits = [{ metric: METRIC, relativeTo: 'baseline' as const, warn: 0.1, error: 0.2 }];
  return evaluateBudgets(page(size), [{ name: 'B', match: '*', limits, ...(baseline && { baseline }) }], earlier)[0];
}

describe('a relative limit', () => {
  test.each([
    [1100, 'pass', 1100, 0],
    [1101, 'warn', 1100, 1],
    [1200, 'warn', 1100, 100],
    [1300, 'error', 1200, 100],
    [500, 'pass', 1100, 0],
  ] as const)('of +10 %% and +20 %% over a baseline of 1,000 B is at %d B %s', (size, level, expected, overBy) => {
    const result = judge(size, samples([1000, 1000, 1000]));
    expect(result).toMatchObject({ level, actual: size, baseline: { value: 1000, samples: 3 } });
    expect(result?.expected).toBeCloseTo(expected);
    expect(result?.overBy).toBeCloseTo(overBy);
  });

  test('is not measured without enough earlier page loads, and says how many there are', () => {
    expect(judge(9999, samples([1000, 1000]))).toMatchObject({
      level: 'not-measured',
      expected: null,
      actual: 9999,
      baseline: null,
      reason: 'The baseline needs 3 earlier page loads of https://shop.example/ with a value; there are 2.',
    });
    expect(judge(9999, [])?.level).toBe('not-measured');
  });

  test('takes a percentile of the last so many', () => {
    const earlier = samples([1, 2, 1000, 2000, 3000]);
    expect(judge(0, earlier, { last: 3, percentile: 50 })?.baseline).toEqual({ value: 2000, samples: 3 });
    expect(judge(0, earlier, { last: 3, percentile: 100 })?.baseline?.value).toBe(3000);
    expect(judge(0, earlier, { last: 1, percentile: 50 })?.baseline).toEqual({ value: 3000, samples: 1 });
  });

  test('takes those of one session', () => {
    const earlier = [...samples([1000], 'release-1'), ...samples([5, 5, 5], 'session-2')];
    expect(judge(1300, earlier, { session: 'release-1', percentile: 50 })).toMatchObject({
      level: 'error',
      baseline: { value: 1000, samples: 1 },
    });
    expect(judge(1300, earlier, { session: 'release-0', percentile: 50 })?.reason).toContain(
      '1 page loads of session release-0',
    );
  });

  test('leaves out page loads of other pages, and values that are known in part', () => {
    const other = samples([7, 7, 7]).map((sample) => ({ ...sample, pattern: 'https://shop.example/cart' }));
    expect(judge(1000, [...other, ...samples([null, 1000, null, 1000])])?.reason).toContain('there are 2');
  });

  test('may demand less than the baseline, and never less than nothing', () => {
    const limits = [{ metric: METRIC, relativeTo: 'baseline' as const, error: -0.5 }];
    const earlier = samples([1000, 1000, 1000]);
    const judged = (size: number, error: number) =>
      evaluateBudgets(
        page(size),
        [{ name: 'B', match: '*', limits: limits.map((l) => ({ ...l, error })) }],
        earlier,
      )[0];
    expect(judged(500, -0.5)?.level).toBe('pass');
    expect(judged(501, -0.5)?.level).toBe('error');
    expect(judged(0, -2)).toMatchObject({ level: 'pass', expected: 0 });
  });
});
