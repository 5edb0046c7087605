import type { BudgetResult } from '../../model/budget.ts';
import { metricLabel } from './metric-label.ts';

/** Limits that nothing could be held against, for one reason. */
export interface UnmeasuredLimits {
  /** As `metricLabel` names them. */
  readonly labels: readonly string[];
  readonly reason: string;
}

/** The limits without a verdict, by reason, so that a browser's lack is told once. */
export function unmeasuredLimits(results: readonly BudgetResult[]): readonly UnmeasuredLimits[] {
  const byReason = new Map<string, Set<string>>();
  for (const { level, metric, reason } of results) {
    if (level !== 'not-measured') continue;
    const key = reason ?? 'There is no value to hold against them.';
    byReason.set(key, (byReason.get(key) ?? new Set()).add(metricLabel(metric)));
  }
  return [...byReason].map(([reason, labels]) => ({ labels: [...labels], reason }));
}
