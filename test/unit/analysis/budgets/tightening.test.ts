import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeLimit } from '../../../../src/analysis/budgets/judge-limit.ts';
import type { Measurement } from '../../../../src/analysis/budgets/measurement.ts';
import type { BudgetLevel } from '../../../../src/model/budget.ts';

const ORDER: readonly BudgetLevel[] = ['pass', 'not-measured', 'warn', 'error'];
const number = fc.double({ min: 0, max: 1e9, noNaN: true });

function levelOf(warn: number, error: number, measured: Measurement): number {
  return ORDER.indexOf(judgeLimit({ metric: 'LCP', warn, error }, 'ms', measured)?.level ?? 'not-measured');
}

test('tightening a limit never turns a failure into a pass', () => {
  fc.assert(
    fc.property(
      number,
      number,
      number,
      number,
      number,
      fc.boolean(),
      (value, warn, error, lessWarn, lessError, partial) => {
        const measured = { value, atLeast: partial ? 'A part is hidden.' : null, atMost: null, offenders: () => [] };
        const before = levelOf(warn, error, measured);
        const after = levelOf(Math.min(warn, lessWarn), Math.min(error, lessError), measured);
        expect(after).toBeGreaterThanOrEqual(before);
      },
    ),
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
