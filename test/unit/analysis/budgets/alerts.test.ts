import { expect, test } from 'vitest';
import { ALERT_INTERVAL_MS, createAlertThrottle } from '../../../../src/analysis/budgets/alerts.ts';
import type { BudgetLevel } from '../../../../src/model/budget.ts';
import { budgetResult } from '../../../fixtures/builders/analysis.ts';

/** Alerts of a limit on LCP that comes out so at these moments. */
function alertsOf(...seen: readonly (readonly [at: number, level: BudgetLevel])[]) {
  const throttle = createAlertThrottle();
  return seen.map(([at, level]) => throttle.next('a', [budgetResult({ level })], at).map((result) => result.level));
}

test('a limit that breaks is one alert, however often it is found broken', () => {
  expect(alertsOf([0, 'pass'], [1, 'error'], [2, 'error'], [ALERT_INTERVAL_MS * 2, 'error'])).toEqual([
    [],
    ['error'],
    [],
    [],
  ]);
});

test('an error after a warning is told, but not within the interval', () => {
  expect(alertsOf([0, 'warn'], [1000, 'error'], [ALERT_INTERVAL_MS, 'error'])).toEqual([['warn'], [], ['error']]);
});

test('a limit that flaps is told once in an interval', () => {
  const flapping = Array.from(
    { length: 60 },
    (_, index) => [index * 1000, index % 2 === 0 ? 'error' : 'pass'] as const,
  );
  expect(alertsOf(...flapping).flat()).toHaveLength(2);
});

test('pages, and metrics of one page, do not wait for each other', () => {
  const throttle = createAlertThrottle();
  const results = [budgetResult(), budgetResult({ metric: 'CLS' })];
  expect(throttle.next('a', results, 0)).toHaveLength(2);
  expect(throttle.next('b', results, 1)).toHaveLength(2);
});

test('two budgets on one metric that break together are told together', () => {
  const results = [budgetResult(), budgetResult({ budget: 'Other' })];
  expect(createAlertThrottle().next('a', results, 0)).toHaveLength(2);
});

test('what was broken before anybody looked is no alert, what gets worse is', () => {
  const throttle = createAlertThrottle();
  throttle.seen('a', [budgetResult({ level: 'warn' })]);
  expect(throttle.next('a', [budgetResult({ level: 'warn' })], 0)).toEqual([]);
  expect(throttle.next('a', [budgetResult({ level: 'error' })], 1)).toHaveLength(1);
});
