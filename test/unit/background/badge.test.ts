import '../support/fake-browser.ts';

import { expect, test } from 'vitest';
import { budgetResult } from '../../fixtures/builders/analysis.ts';

const { badgeOf } = await import('../../../src/background/badge.ts');

test('names the worst level and how often, by more than a colour', () => {
  const results = [budgetResult(), budgetResult({ metric: 'CLS', level: 'warn' }), budgetResult({ level: 'pass' })];
  expect(badgeOf(results)).toEqual({ text: '✕1', color: '#b3261e', title: 'Vitalog: 1 error, 1 warning (LCP, CLS)' });
  expect(badgeOf(results.slice(1))).toMatchObject({ text: '!1', color: '#8f4a00', title: 'Vitalog: 1 warning (CLS)' });
});

test('is empty when nothing is broken, and says whether anything was measured', () => {
  expect(badgeOf([budgetResult({ level: 'pass' })])).toMatchObject({
    text: '',
    title: 'Vitalog: the measured limit holds',
  });
  expect(badgeOf([budgetResult({ level: 'not-measured' })]).title).toBe('Vitalog: no limit was measured');
});

test('names five limits at most', () => {
  const results = ['LCP', 'CLS', 'INP', 'FCP', 'FID', 'TBT', 'TTI'].map((metric) => budgetResult({ metric }));
  expect(badgeOf(results)).toMatchObject({ text: '✕7', title: expect.stringContaining('and 2 more)') });
});
