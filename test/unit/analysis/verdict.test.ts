import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../src/analysis/verdict.ts';
import type { BudgetResult } from '../../../src/model/budget.ts';
import type { Insight } from '../../../src/model/insights.ts';
import { budgetResult, finding, insight, pageAnalysis } from '../../fixtures/builders/analysis.ts';

function verdict(budgetResults: readonly BudgetResult[], insights: readonly Insight[] = []) {
  return verdictOf(pageAnalysis({ budgetResults, insights }));
}

const held = budgetResult({ level: 'pass', actual: 1000, overBy: 0, metric: 'FCP' });
const unmeasured = budgetResult({ level: 'not-measured', actual: null, overBy: null, metric: 'INP' });
const warned = budgetResult({ level: 'warn', metric: 'TBT' });

describe('the headline', () => {
  test('names the broken limits, the furthest over first', () => {
    const results = [
      budgetResult(),
      budgetResult({ metric: 'resource-size:image', expected: 100, actual: 900 }),
      budgetResult({ metric: 'file-size:main*.js', expected: 100, actual: 150 }),
      held,
    ];
    expect(verdict(results)).toMatchObject({
      level: 'error',
      headline: '3 of 4 limits are broken: total images, main*.js, LCP.',
      limits: { held: 1, warn: 0, error: 3, notMeasured: 0 },
    });
  });

  test('counts measured limits only, and those at the warning level', () => {
    expect(verdict([budgetResult(), warned, warned, held, unmeasured]).headline).toBe(
      '1 of 4 measured limits is broken: LCP; 2 more are at the warning level.',
    );
  });

  test('names no more than three, and none twice', () => {
    const results = ['LCP', 'CLS', 'FCP', 'TBT', 'TTI', 'LCP'].map((metric) => budgetResult({ metric }));
    expect(verdict(results).headline).toBe('6 of 6 limits are broken: LCP, CLS, FCP and 2 more.');
  });

  test.each([
    [[warned, held], 'warn', '1 of 2 limits is at the warning level: TBT.'],
    [[held, held], 'good', 'All 2 limits hold.'],
    [[held, held, unmeasured], 'good', 'All 2 measured limits hold.'],
    [[held, unmeasured], 'good', 'The one measured limit holds.'],
    [[unmeasured, unmeasured], 'unknown', 'None of 2 limits could be measured.'],
    [[], 'unknown', 'No budget applies to this page.'],
  ] as const)('%#: level and words agree', (results, level, headline) => {
    expect(verdict(results)).toMatchObject({ level, headline });
  });
});

describe('what stands out', () => {
  test('is the worst of failed insights, each insight once before any twice', () => {
    const url = (name: string) => ({ url: `https://shop.example/${name}` });
    const insights = [
      insight({
        id: 'a',
        findings: [finding(url('a1')), finding(url('a2')), finding({ ...url('a3'), severity: 'low' })],
      }),
      insight({ id: 'b', status: 'informative', findings: [finding(url('b1'))] }),
      insight({ id: 'c', title: 'C', findings: [finding(url('c1')), finding({ ...url('c2'), severity: 'medium' })] }),
    ];
    const { standsOut } = verdict([], insights);
    expect(standsOut.map(({ insightId, severity }) => [insightId, severity])).toEqual([
      ['a', 'high'],
      ['c', 'high'],
      ['a', 'high'],
      ['c', 'medium'],
      ['a', 'low'],
    ]);
    expect(standsOut[1]?.insightTitle).toBe('C');
  });

  test('is at most five things', () => {
    const findings = Array.from({ length: 9 }, (_, index) => finding({ url: `https://shop.example/${index}` }));
    expect(verdict([], [insight({ findings })]).standsOut).toHaveLength(5);
  });

  test('says nothing twice: not a resource, not an element, not a script', () => {
    const script = { url: 'https://shop.example/shop.js', functionName: 'buy', position: 1 };
    const insights = [
      insight({ id: 'lcp', findings: [finding({ selector: 'img.hero' })] }),
      insight({ id: 'large', findings: [finding()] }),
      insight({ id: 'clicks', findings: [{ message: 'Slow.', severity: 'medium', selector: '#buy', script }] }),
      insight({ id: 'tasks', findings: [{ message: 'Long.', severity: 'medium', script }] }),
      insight({ id: 'shifts', findings: [{ message: 'Moved.', severity: 'high', selector: 'img.hero' }] }),
    ];
    expect(verdict([], insights).standsOut.map(({ insightId }) => insightId)).toEqual(['lcp', 'clicks']);
  });
});

describe('what to look at first', () => {
  test('is the first sentence of the worst finding', () => {
    const message = 'main.4f2a.js took 2.41 s, 2.4 s of it waiting. Speed up the answer.';
    expect(verdict([], [insight({ findings: [finding({ message })] })]).lookFirst).toBe(
      'main.4f2a.js took 2.41 s, 2.4 s of it waiting.',
    );
  });

  test('is the worst limit when no finding stands out', () => {
    const offenders = [{ kind: 'element', label: 'h1', value: 3400, unit: 'ms' }] as const;
    expect(verdict([warned, budgetResult({ offenders })]).lookFirst).toBe(
      'Over budget: LCP is 3.4 s where 3 s is allowed; start with h1.',
    );
    expect(
      verdict([budgetResult({ metric: 'resource-count:font', unit: 'count', expected: 0, actual: 2 })]).lookFirst,
    ).toBe('Over budget: number of fonts is 2 where 0 is allowed.');
  });

  test('is nothing when nothing is wrong', () => {
    expect(verdict([held, unmeasured]).lookFirst).toBeNull();
  });
});
