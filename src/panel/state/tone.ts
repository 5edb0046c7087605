import type { VerdictLevel } from '../../analysis/verdict.ts';
import type { BudgetLevel } from '../../model/budget.ts';
import type { InsightStatus, Severity } from '../../model/insights.ts';
import type { Rating } from '../../model/metrics.ts';

/** How something is meant: decides colour and shape, and always stands beside a word. */
export type Tone = 'good' | 'warn' | 'error' | 'none';

export const TONE_OF_RATING: Record<Rating, Tone> = { good: 'good', 'needs-improvement': 'warn', poor: 'error' };

export const TONE_OF_LEVEL: Record<BudgetLevel | VerdictLevel, Tone> = {
  pass: 'good',
  good: 'good',
  warn: 'warn',
  error: 'error',
  'not-measured': 'none',
  unknown: 'none',
};

export const TONE_OF_SEVERITY: Record<Severity, Tone> = { high: 'error', medium: 'warn', low: 'none' };

export const TONE_OF_STATUS: Record<InsightStatus, Tone> = {
  pass: 'good',
  fail: 'error',
  informative: 'none',
  'not-measured': 'none',
  error: 'warn',
};
