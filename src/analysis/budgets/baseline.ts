import type { BaselineChoice, Budget } from '../../model/budget.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import type { BaselineReading } from './judge-limit.ts';
import { percentile } from './percentile.ts';
import { urlPattern } from './url-pattern.ts';

/** What is known of one view of an earlier page load: its values by the keys of limits. */
export interface BaselineSample {
  readonly pageLoadId: string;
  readonly sessionId: string;
  readonly timeOrigin: EpochMilliseconds;
  /** As `urlPattern` makes it of the view's URL. */
  readonly pattern: string;
  value(metric: string): number | null;
}

/** Fewer page loads than this are chance, not a baseline; a baseline of fewer needs all of them. */
export const MIN_BASELINE_SAMPLES = 3;

/**
 * The baseline of a limit for a view: the percentile of what page loads of the same URL pattern had, the last so many or those of
 * a session. `samples` are those before the page load that is judged, oldest first.
 */
export function baselineOf(
  metric: string,
  url: string,
  choice: BaselineChoice,
  samples: readonly BaselineSample[],
): BaselineReading {
  const pattern = urlPattern(url);
  const same = samples.filter((sample) => sample.pattern === pattern && isChosen(sample, choice));
  const values = same.map((sample) => sample.value(metric)).filter((value) => value !== null);
  const used = 'last' in choice ? values.slice(-choice.last) : values;
  const needed = 'last' in choice ? Math.min(choice.last, MIN_BASELINE_SAMPLES) : 1;
  const value = percentile(used, choice.percentile);
  if (value === null || used.length < needed) {
    const of = 'last' in choice ? 'earlier page loads' : `page loads of session ${choice.session}`;
    const reason = `The baseline needs ${needed} ${of} of ${pattern} with a value; there are ${used.length}.`;
    return { value: null, reason };
  }
  return { value, samples: used.length };
}

/** The keys of a budget's limits that need a baseline. */
export function relativeMetrics(budgets: readonly Budget[]): readonly string[] {
  const limits = budgets.flatMap((budget) => budget.limits);
  return [...new Set(limits.filter(({ relativeTo }) => relativeTo !== undefined).map(({ metric }) => metric))];
}

function isChosen({ sessionId }: BaselineSample, choice: BaselineChoice): boolean {
  return 'last' in choice || sessionId === choice.session;
}
