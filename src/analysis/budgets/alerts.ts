import type { BudgetResult } from '../../model/budget.ts';
import type { EpochMilliseconds, Milliseconds } from '../../model/units.ts';

/** The least time between two alerts of one metric of one page: a limit that flaps is one alert, not many. */
export const ALERT_INTERVAL_MS: Milliseconds = 30_000;

/** Decides which broken limits are worth an alert. */
export interface AlertThrottle {
  /**
   * The results of a page load that are worse than what was said of them before: newly broken, or an error after a warning. What
   * comes too soon after another alert of the same metric is said later, if it is still so.
   */
  next(pageLoadId: string, results: readonly BudgetResult[], now: EpochMilliseconds): readonly BudgetResult[];
  /** Takes results for said: they were broken before anybody looked. */
  seen(pageLoadId: string, results: readonly BudgetResult[]): void;
}

export function createAlertThrottle(): AlertThrottle {
  const saidRank = new Map<string, number>();
  const saidAt = new Map<string, EpochMilliseconds>();

  function note(pageLoadId: string, result: BudgetResult): void {
    saidRank.set(limitKey(pageLoadId, result), rankOf(result));
  }

  return {
    next(pageLoadId, results, now) {
      const before = new Map(results.map(({ metric }) => [metric, saidAt.get(`${pageLoadId} ${metric}`)]));
      return results.filter((result) => {
        const last = before.get(result.metric);
        const isTooSoon = last !== undefined && now - last < ALERT_INTERVAL_MS;
        // A limit that holds again may be told anew when it breaks once more.
        if (rankOf(result) === 0) note(pageLoadId, result);
        if (isTooSoon || rankOf(result) <= (saidRank.get(limitKey(pageLoadId, result)) ?? 0)) return false;
        note(pageLoadId, result);
        saidAt.set(`${pageLoadId} ${result.metric}`, now);
        return true;
      });
    },
    seen(pageLoadId, results) {
      for (const result of results) note(pageLoadId, result);
    },
  };
}

function rankOf({ level }: BudgetResult): number {
  return level === 'error' ? 2 : level === 'warn' ? 1 : 0;
}

function limitKey(pageLoadId: string, { budget, metric, baseline }: BudgetResult): string {
  return `${pageLoadId} ${baseline !== null} ${budget} ${metric}`;
}
