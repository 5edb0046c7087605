import { expect, test } from 'vitest';
import { MAX_VIOLATION_EVENTS, withResults } from '../../../../src/analysis/budgets/violation-events.ts';
import type { BudgetLevel } from '../../../../src/model/budget.ts';
import type { ViolationEvent } from '../../../../src/model/budget-history.ts';
import { budgetResult } from '../../../fixtures/builders/analysis.ts';

/** The events of one limit that came out so, one after the other. */
function after(...levels: readonly BudgetLevel[]): readonly ViolationEvent[] {
  return levels.reduce<readonly ViolationEvent[]>(
    (events, level, index) => withResults(events, [budgetResult({ level })], index),
    [],
  );
}

test('a limit that holds from the start makes no event', () => {
  expect(after('not-measured', 'pass', 'pass')).toEqual([]);
});

test('breaking, worsening and holding again are an event each, with what was measured', () => {
  const events = after('pass', 'warn', 'warn', 'error', 'pass');
  expect(events.map(({ at, level }) => [at, level])).toEqual([
    [1, 'warn'],
    [3, 'error'],
    [4, 'pass'],
  ]);
  expect(events[1]).toMatchObject({ budget: 'Starter', metric: 'LCP', actual: 3400, expected: 3000, relative: false });
});

test('a limit and its relative twin are told apart', () => {
  const twins = [budgetResult({ level: 'warn' }), budgetResult({ baseline: { value: 1, samples: 3 } })];
  expect(withResults([], twins, 0).map(({ relative, level }) => [relative, level])).toEqual([
    [false, 'warn'],
    [true, 'error'],
  ]);
});

test('the oldest go when there are too many', () => {
  const levels = Array.from({ length: 300 }, (_, index): BudgetLevel => (index % 2 === 0 ? 'error' : 'pass'));
  const events = after(...levels);
  expect(events).toHaveLength(MAX_VIOLATION_EVENTS);
  expect(events.at(-1)?.at).toBe(299);
});
