import { metricLabel } from '../../../analysis/budgets/metric-label.ts';
import type { BudgetChange } from '../../../analysis/compare/compare-budgets.ts';
import type { BudgetLevel, BudgetResult } from '../../../model/budget.ts';
import { counted, formatCount, formatLimitValue } from '../../format.ts';
import type { ToneText } from '../../state/session-text.ts';
import { TONE_OF_LEVEL } from '../../state/tone.ts';
import { type ComparisonRow, ComparisonTable } from './ComparisonTable.tsx';
import { judgedDifference } from './change-text.ts';

const LEVEL_TEXT: Readonly<Record<BudgetLevel, string>> = {
  pass: 'held',
  warn: 'warning',
  error: 'error',
  'not-measured': 'not measured',
};

/** The limits that came out differently, and how many did not. */
export function ComparedBudgets({ budgets }: { readonly budgets: readonly BudgetChange[] }) {
  const changed = budgets.filter(({ direction }) => direction === 'better' || direction === 'worse');
  const same = budgets.filter(({ direction }) => direction === 'same').length;
  const unknown = budgets.length - changed.length - same;
  return (
    <section class="section" aria-labelledby="compared-budgets">
      <h2 id="compared-budgets">Budgets</h2>
      {budgets.length === 0 && <p class="none">No budget is about either of them.</p>}
      {changed.length > 0 && <ComparisonTable heading="Limit" rows={changed.map(rowOf)} />}
      {budgets.length > 0 && (
        <p class="muted compared-rest">
          {sentence(same, changed.length === 0)}
          {unknown > 0 && ` ${formatCount(unknown)} could not be compared: not measured, or not about both.`}
        </p>
      )}
    </section>
  );
}

function sentence(same: number, isAll: boolean): string {
  const limits = counted(same, 'limit');
  return isAll ? `No limit came out differently; ${limits} as before.` : `${limits} came out as before.`;
}

function rowOf({ budget, metric, a, b, direction }: BudgetChange, index: number): ComparisonRow {
  const difference = a?.actual == null || b?.actual == null ? null : b.actual - a.actual;
  return {
    key: `${budget} ${metric} ${index}`,
    label: metricLabel(metric),
    title: `Budget "${budget}"`,
    a: verdict(a),
    b: verdict(b),
    change: judgedDifference(difference, (b ?? a)?.unit ?? 'count', direction),
  };
}

function verdict(result: BudgetResult | null): ToneText {
  if (!result) return { tone: 'none', text: 'unknown' };
  const { level, actual, unit, atLeast } = result;
  const value = actual === null ? '' : `${atLeast ? 'at least ' : ''}${formatLimitValue(actual, unit)}, `;
  return { tone: TONE_OF_LEVEL[level], text: `${value}${LEVEL_TEXT[level]}` };
}
