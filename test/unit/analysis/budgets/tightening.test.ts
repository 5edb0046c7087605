import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateBudgets } from '../../../../src/analysis/budgets/evaluate-budgets.ts';
import { judgeLimit } from '../../../../src/analysis/budgets/judge-limit.ts';
import type { Measurement } from '../../../../src/analysis/budgets/measurement.ts';
import type { BudgetLevel, Limit } from '../../../../src/model/budget.ts';
import type { MetricState } from '../../../../src/model/metrics.ts';
import { metricRecord, pageAnalysis } from '../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

const ORDER: readonly BudgetLevel[] = ['pass', 'not-measured', 'warn', 'error'];
const number = fc.double({ min: 0, max: 1e9, noNaN: true });
const BASELINE = { value: 1000, samples: 10 };

function levelOf(warn: number, error: number, measured: Measurement, relative = false): number {
  const limit: Limit = { metric: 'LCP', warn, error, ...(relative && { relativeTo: 'baseline' }) };
  return ORDER.indexOf(judgeLimit(limit, 'ms', measured, BASELINE)?.level ?? 'not-measured');
}

test('tightening a limit never turns a failure into a pass', () => {
  fc.assert(
    fc.property(
      fc.tuple(number, number, number, number, number),
      fc.boolean(),
      fc.boolean(),
      ([value, warn, error, lessWarn, lessError], partial, relative) => {
        const measured = { value, atLeast: partial ? 'A part is hidden.' : null, atMost: null, offenders: () => [] };
        const before = levelOf(warn, error, measured, relative);
        const after = levelOf(Math.min(warn, lessWarn), Math.min(error, lessError), measured, relative);
        expect(after).toBeGreaterThanOrEqual(before);
      },
    ),
  );
});

test('nor does it when the worst of several views counts', () => {
  const states: readonly MetricState[] = ['measured', 'inflated', 'no-data'];
  const views = fc.array(fc.record({ value: number, state: fc.constantFrom(...states) }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(views, fc.tuple(number, number, number, number), (seen, [warn, error, lessWarn, lessError]) => {
      const page = pageAnalysis({
        views: seen.map(({ value, state }, index) => ({
          ...viewRecord({ viewId: `view-${index}`, startTime: index }),
          metrics: [metricRecord({ value: state === 'no-data' ? null : value, state, stateReason: 'Why.' })],
        })),
      });
      const judge = (limit: Limit) =>
        evaluateBudgets(page, [{ name: 'B', match: '*', limits: [limit] }])[0]?.level ?? 'not-measured';
      const before = judge({ metric: 'LCP', warn, error });
      const after = judge({ metric: 'LCP', warn: Math.min(warn, lessWarn), error: Math.min(error, lessError) });
      if (before === 'warn' || before === 'error') expect(['warn', 'error']).toContain(after);
      if (before === 'error') expect(after).toBe('error');
    }),
  );
});

test('a value that may be smaller fails under no limit, and passes under none that it does not hold', () => {
  fc.assert(
    fc.property(number, number, number, (value, warn, error) => {
      const measured = { value, atLeast: null, atMost: 'The page was hidden.', offenders: () => [] };
      const level = ORDER[levelOf(warn, error, measured)];
      expect(level).toBe(value <= Math.min(warn, error) ? 'pass' : 'not-measured');
    }),
  );
});
