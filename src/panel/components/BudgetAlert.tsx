import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type AlertThrottle, createAlertThrottle } from '../../analysis/budgets/alerts.ts';
import { metricLabel } from '../../analysis/budgets/metric-label.ts';
import { worstFirst } from '../../analysis/budgets/worst-first.ts';
import type { BudgetResult } from '../../model/budget.ts';
import { formatLimitValue } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { TONE_OF_LEVEL } from '../state/tone.ts';
import { ToneLabel } from './ToneLabel.tsx';

interface Alert {
  readonly pageLoadId: string;
  readonly results: readonly BudgetResult[];
}

/** Says, while one looks, that a limit has just been broken; a press leads to the budgets. It is also read out. */
export function BudgetAlert() {
  const { figures, updateLocation } = usePanel();
  const throttle = useRef<AlertThrottle>(createAlertThrottle());
  const openedAt = useRef(Date.now());
  const alert = useSignal<Alert | null>(null);
  const shown = figures.value;

  useEffect(() => {
    if (!shown) return;
    const { pageLoad, analysis } = shown;
    const { pageLoadId } = pageLoad;
    if (alert.value?.pageLoadId !== pageLoadId) alert.value = null;
    // What happened before the panel was open is in the list; it is no news.
    if (pageLoad.updatedAt < openedAt.current) throttle.current.seen(pageLoadId, analysis.budgetResults);
    const results = throttle.current.next(pageLoadId, analysis.budgetResults, Date.now());
    if (results.length > 0) alert.value = { pageLoadId, results };
  }, [shown]);

  const [worst, ...others] = worstFirst(alert.value?.results ?? []);
  return (
    <span role="status" data-testid="budget-alert">
      {worst && (
        <button type="button" class="text-button" onClick={() => updateLocation({ view: 'budgets' })}>
          <ToneLabel tone={TONE_OF_LEVEL[worst.level]} text={textOf(worst, others.length)} />
        </button>
      )}
    </span>
  );
}

function textOf({ metric, actual, expected, unit }: BudgetResult, more: number): string {
  const also = more > 0 ? `, and ${more} more` : '';
  return `Over budget: ${metricLabel(metric)} ${formatLimitValue(actual, unit)}, allowed ${formatLimitValue(expected, unit)}${also}`;
}
