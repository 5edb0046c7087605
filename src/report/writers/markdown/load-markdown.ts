import { metricLabel } from '../../../analysis/budgets/metric-label.ts';
import { unmeasuredLimits } from '../../../analysis/budgets/unmeasured-limits.ts';
import { worstFirst } from '../../../analysis/budgets/worst-first.ts';
import { formatLimitValue, formatMetric, formatTotal, ratingLabel } from '../../../analysis/format.ts';
import { verdictOf } from '../../../analysis/verdict.ts';
import type { BudgetResult } from '../../../model/budget.ts';
import type { ReportPageLoad, ReportView } from '../../../model/report.ts';
import { analysisOf } from '../../analysis-of.ts';
import { recordSentence } from '../../ledger-sentence.ts';
import { code, text } from './escape.ts';

const MARKS = { good: '✅', warn: '⚠️', error: '❌', unknown: '❔' } as const;

/** One page load as a section. */
export function loadMarkdown(load: ReportPageLoad): string {
  const analysis = analysisOf(load);
  const verdict = verdictOf(analysis);
  const total = analysis.totals.find(({ resourceType }) => resourceType === 'total');
  const transferred = total === undefined ? 'unknown' : formatTotal(total.transferSize);
  const parts = [
    `\n### ${MARKS[verdict.level]} ${code(load.url)}\n`,
    `${text(verdict.headline)}\n`,
    `${total?.requests ?? 0} requests, ${transferred} transferred.\n`,
    ...load.views.map((view, index) =>
      vitals(view, load.views.length > 1 ? `View ${index + 1}: ${code(view.url)}` : null),
    ),
    violations(load.budgetResults),
    unmeasured(load.budgetResults),
    fixFirst(verdict.standsOut.map(({ message, severity }) => `${text(message)} (${severity} effect)`)),
    `_${text(recordSentence(load))}_\n`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function vitals({ metrics }: ReportView, heading: string | null): string {
  const rows = metrics.map((metric) => {
    const value = formatMetric({ ...metric, final: true });
    const reason = metric.stateReason === null ? '' : text(metric.stateReason);
    return `| ${metric.name} | ${value} | ${metric.rating === null ? '–' : ratingLabel(metric.rating)} | ${reason} |`;
  });
  const table = `| metric | value | rating | note |\n| --- | ---: | --- | --- |\n${rows.join('\n')}\n`;
  return heading === null ? table : `**${heading}**\n\n${table}`;
}

function violations(results: readonly BudgetResult[]): string {
  const broken = worstFirst(results.filter(({ level }) => level === 'warn' || level === 'error'));
  if (broken.length === 0) return '';
  const rows = broken.map(({ level, budget, metric, expected, actual, atLeast, unit, offenders }) => {
    const [worst] = offenders;
    const measured = `${atLeast ? 'at least ' : ''}${formatLimitValue(actual, unit)}`;
    return `| ${level} | ${text(budget)} | ${text(metricLabel(metric))} | ${formatLimitValue(expected, unit)} | ${measured} | ${worst === undefined ? '' : code(worst.label)} |`;
  });
  return `**Limits not kept**\n\n| level | budget | limit | allowed | measured | worst offender |\n| --- | --- | --- | ---: | ---: | --- |\n${rows.join('\n')}\n`;
}

/** Folded: of limits that are not about every page there can be many. */
function unmeasured(results: readonly BudgetResult[]): string {
  const limits = unmeasuredLimits(results).map(({ labels, reason }) => `- ${text(labels.join(', '))}: ${text(reason)}`);
  if (limits.length === 0) return '';
  return `<details><summary>Limits not measured</summary>\n\n${limits.join('\n')}\n\n</details>\n`;
}

function fixFirst(findings: readonly string[]): string {
  if (findings.length === 0) return '';
  return `**Fix first**\n\n${findings.map((finding, index) => `${index + 1}. ${finding}`).join('\n')}\n`;
}
