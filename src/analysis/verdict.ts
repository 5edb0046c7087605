import type { PageAnalysis } from '../model/analysis.ts';
import type { BudgetLevel, BudgetResult } from '../model/budget.ts';
import { metricLabel } from './budgets/metric-label.ts';
import { worstFirst } from './budgets/worst-first.ts';
import { formatLimitValue } from './format.ts';
import { headlineOf, type LimitCounts } from './headline.ts';
import { type StandsOut, standsOut } from './stands-out.ts';

export type { StandsOut } from './stands-out.ts';

/** `unknown`: no limit could be measured. */
export type VerdictLevel = 'good' | 'warn' | 'error' | 'unknown';

/** What to say first about a page load. */
export interface Verdict {
  readonly level: VerdictLevel;
  /** One sentence: how many limits hold, and which do not. */
  readonly headline: string;
  readonly limits: LimitCounts;
  /** At most five findings, worst first, nothing said twice. */
  readonly standsOut: readonly StandsOut[];
  /** One sentence, or null when nothing needs a look. */
  readonly lookFirst: string | null;
}

/** The verdict on one page load: its limits, and the findings that matter most. */
export function verdictOf(analysis: PageAnalysis): Verdict {
  const results = analysis.budgetResults;
  const count = (level: BudgetLevel) => results.filter((result) => result.level === level).length;
  const limits = {
    held: count('pass'),
    warn: count('warn'),
    error: count('error'),
    notMeasured: count('not-measured'),
  };
  const outstanding = standsOut(analysis.insights);
  const [first] = outstanding;
  return {
    level: levelOf(limits),
    headline: headlineOf(results, limits),
    limits,
    standsOut: outstanding,
    lookFirst: first === undefined ? worstViolation(results) : firstSentence(first.message),
  };
}

function levelOf({ held, warn, error }: LimitCounts): VerdictLevel {
  if (error > 0) return 'error';
  if (warn > 0) return 'warn';
  return held > 0 ? 'good' : 'unknown';
}

/** A page can break a limit that no insight explains; then the limit itself and its worst offender are the place to look. */
function worstViolation(results: readonly BudgetResult[]): string | null {
  const [worst] = worstFirst(results.filter(({ level }) => level === 'error' || level === 'warn'));
  if (worst === undefined || worst.actual === null) return null;
  const actual = formatLimitValue(worst.actual, worst.unit);
  const expected = formatLimitValue(worst.expected, worst.unit);
  const [offender] = worst.offenders;
  const start = offender === undefined ? '' : `; start with ${offender.label}`;
  return `Over budget: ${metricLabel(worst.metric)} is ${actual} where ${expected} is allowed${start}.`;
}

/** Up to the first stop that ends a sentence; the dots of file names and numbers have no space after them. */
function firstSentence(text: string): string {
  const end = text.search(/[.!?]\s/);
  return end < 0 ? text : text.slice(0, end + 1);
}
