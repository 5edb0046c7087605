import { describe, expect, it } from 'vitest';
import { limitsNotKept } from '../../../../src/cli/results/limits-kept.ts';
import type { BudgetLevel, BudgetResult } from '../../../../src/model/budget.ts';
import { budgetResult } from '../../../fixtures/builders/analysis.ts';

const resultsOf = (...levels: BudgetLevel[]): BudgetResult[] => levels.map((level) => budgetResult({ level }));

describe('limits not kept', () => {
  const results = resultsOf('pass', 'warn', 'warn', 'error', 'not-measured');

  it('are the errors alone with --fail-on error', () => {
    expect(limitsNotKept(results, 'error')).toBe(1);
  });

  it('are warnings and errors with --fail-on warn', () => {
    expect(limitsNotKept(results, 'warn')).toBe(3);
  });

  it('are none when limits hold or could not be measured', () => {
    expect(limitsNotKept(resultsOf('pass', 'not-measured'), 'warn')).toBe(0);
  });
});
