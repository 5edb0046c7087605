import type { BudgetResult } from '../../model/budget.ts';
import type { ViolationEvent } from '../../model/budget-history.ts';
import type { EpochMilliseconds } from '../../model/units.ts';

/** Events that are kept of a page load; a limit that flaps forgets its beginnings. */
export const MAX_VIOLATION_EVENTS = 100;

/**
 * The events of a page load with those that its new results make: one for each limit that is at another level than it was last, a
 * first one only for what does not hold.
 */
export function withResults(
  events: readonly ViolationEvent[],
  results: readonly BudgetResult[],
  at: EpochMilliseconds,
): readonly ViolationEvent[] {
  const last = new Map(events.map((event) => [keyOf(event), event]));
  const added = results.flatMap((result): readonly ViolationEvent[] => {
    const { budget, metric, level, actual, expected, viewId, baseline } = result;
    const event = { at, budget, metric, relative: baseline !== null, level, actual, expected, viewId };
    const before = last.get(keyOf(event))?.level ?? 'pass';
    const isBroken = level === 'warn' || level === 'error';
    const wasBroken = before === 'warn' || before === 'error';
    return level !== before && (isBroken || wasBroken) ? [event] : [];
  });
  return added.length === 0 ? events : [...events, ...added].slice(-MAX_VIOLATION_EVENTS);
}

function keyOf({ budget, metric, relative }: Pick<ViolationEvent, 'budget' | 'metric' | 'relative'>): string {
  return `${relative} ${budget} ${metric}`;
}
