import { metricLabel } from '../../analysis/budgets/metric-label.ts';
import { worstFirst } from '../../analysis/budgets/worst-first.ts';
import { formatLimitValue } from '../../analysis/format.ts';
import type { BudgetResult, Offender } from '../../model/budget.ts';
import { type HtmlValue, html, type SafeHtml } from './escape.ts';
import { markedLabel } from './marks.ts';
import { localUrl } from './page-view.ts';
import { section, table } from './table.ts';

const MAX_OFFENDERS = 5;

/** The limits that were not kept, worst first, each with what made it fail. */
export function budgetsSection(results: readonly BudgetResult[], page: string): SafeHtml {
  const title = 'Budget violations';
  if (results.length === 0) return section(title, null, html`<p class="empty">No budget applies to this page.</p>`);
  const broken = worstFirst(results.filter(({ level }) => level === 'error' || level === 'warn'));
  if (broken.length === 0)
    return section(title, null, html`<p class="empty">Every limit that could be measured holds.</p>`);
  const several = new Set(results.map(({ budget }) => budget)).size > 1;
  const rows = table<BudgetResult>(
    title,
    [
      {
        title: 'Limit',
        cell: ({ metric, budget }) =>
          html`${capitalised(metricLabel(metric))}${several && html`<p class="note">${budget}</p>`}`,
      },
      {
        title: 'Level',
        cell: ({ level }) => markedLabel(level === 'error' ? 'bad' : 'warn', level === 'error' ? 'error' : 'warning'),
      },
      { title: 'Allowed', kind: 'number', cell: ({ expected, unit }) => formatLimitValue(expected, unit) },
      { title: 'Actual', kind: 'number', cell: actual },
      {
        title: 'Over by',
        kind: 'number',
        cell: ({ overBy, unit }) => (overBy === null ? 'unknown' : formatLimitValue(overBy, unit)),
      },
      { title: 'Caused by', kind: 'url', cell: ({ offenders }) => offenderList(offenders, page) },
    ],
    broken,
  );
  return section(title, null, rows);
}

function actual({ actual: value, unit, atLeast }: BudgetResult): string {
  if (value === null) return 'unknown';
  return `${atLeast ? 'at least ' : ''}${formatLimitValue(value, unit)}`;
}

function offenderList(offenders: readonly Offender[], page: string): HtmlValue {
  if (offenders.length === 0) return html`<span class="muted">Nothing to point at</span>`;
  const items = offenders
    .slice(0, MAX_OFFENDERS)
    .map(
      ({ label, value, unit }) =>
        html`<li>${localUrl(label, page)} <span class="muted">${formatLimitValue(value, unit)}</span></li>`,
    );
  const more = offenders.length - MAX_OFFENDERS;
  return html`<ul class="plain">${items}${more > 0 && html`<li class="muted">and ${more} more</li>`}</ul>`;
}

function capitalised(text: string): string {
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
