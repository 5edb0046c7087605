import { backOffText } from '../../analysis/back-off-text.ts';
import { metricLabel } from '../../analysis/budgets/metric-label.ts';
import { unmeasuredLimits } from '../../analysis/budgets/unmeasured-limits.ts';
import { worstFirst } from '../../analysis/budgets/worst-first.ts';
import { formatLimitValue, formatMetric, formatMs, formatSize, ratingLabel } from '../../analysis/format.ts';
import { largestResources, slowestResources } from '../../analysis/large-and-slow.ts';
import { phaseToBlame } from '../../analysis/resources/phases.ts';
import { verdictOf } from '../../analysis/verdict.ts';
import type { PageAnalysis, ViewAnalysis } from '../../model/analysis.ts';
import type { BackOff } from '../../model/back-off.ts';
import type { BudgetResult } from '../../model/budget.ts';
import type { MetricRecord } from '../../model/metrics.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { columns, oneLine, type Row } from './columns.ts';

/** Rows of the lists of resources: more belong into the report. */
const LISTED_RESOURCES = 5;
const LISTED_OFFENDERS = 3;

/** What is printed of one page: verdict, vitals, limits that are not kept, largest and slowest resources, notes, what was not recorded. */
export function pageTable(url: string, analysis: PageAnalysis, notes: readonly string[], backOff: BackOff = 0): string {
  const { headline, standsOut, lookFirst } = verdictOf(analysis);
  const [first, ...others] = standsOut;
  const leftOut = [backOffText(backOff)].filter((text) => text !== null);
  const short = (resource: string) => shortUrl(resource, url);
  return [
    oneLine(url, 200),
    ...indent([headline, ...notes.map((note) => `Note: ${note}.`), ...leftOut]),
    ...analysis.views.flatMap((view, index) => section(viewTitle(view, index), metricRows(view), 'lrl')),
    ...section('Limits not kept', violationRows(analysis, short), 'llrl'),
    ...section('Limits not measured', unmeasuredRows(analysis), 'll'),
    ...section('Largest resources', largestResources(analysis, LISTED_RESOURCES).map(largeRow(short)), 'rl'),
    ...section('Slowest resources', slowestResources(analysis, LISTED_RESOURCES).map(slowRow(short)), 'rl'),
    ...section(
      'What else stands out',
      others.map(({ message }) => [`- ${oneLine(message, 240)}`]),
      'l',
    ),
    ...(lookFirst === null ? [] : section('Fix first', [[oneLine(first?.message ?? lookFirst, 240)]], 'l')),
  ].join('\n');
}

function section(title: string, rows: readonly Row[], align: string): readonly string[] {
  return rows.length === 0 ? [] : ['', ...indent([title, ...indent(columns(rows, align))])];
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function viewTitle({ kind, url, startTime }: ViewAnalysis, index: number): string {
  return index === 0
    ? 'Vitals'
    : `Vitals after ${formatMs(startTime)} (${kind.replace('-', ' ')}, ${oneLine(url, 60)})`;
}

function metricRows({ metrics }: ViewAnalysis): readonly Row[] {
  return metrics.map((metric) => [metric.name, formatMetric(metric), metricRemark(metric)]);
}

/** The rating with what the metric points at, or why there is none. */
function metricRemark({ rating, state, stateReason, attribution }: MetricRecord): string {
  const culprit = [attribution.target, attribution.largestShiftTarget, attribution.interactionTarget].find(
    (value) => typeof value === 'string' && value !== '',
  );
  const parts = [
    rating === null ? null : ratingLabel(rating),
    state === 'measured' ? null : stateReason,
    typeof culprit === 'string' ? oneLine(culprit, 60) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function violationRows({ budgetResults }: PageAnalysis, short: (url: string) => string): readonly Row[] {
  return worstFirst(budgetResults.filter(isViolation)).map((result) => {
    const { level, metric, unit, actual, atLeast, expected, offenders } = result;
    const value = actual === null ? 'unknown' : `${atLeast ? 'at least ' : ''}${formatLimitValue(actual, unit)}`;
    const named = offenders.slice(0, LISTED_OFFENDERS).map(({ label }) => oneLine(short(label), 50));
    const more = offenders.length > named.length ? ` and ${offenders.length - named.length} more` : '';
    return [level, metricLabel(metric), value, `limit ${formatLimitValue(expected, unit)}`, named.join(', ') + more];
  });
}

function unmeasuredRows({ budgetResults }: PageAnalysis): readonly Row[] {
  return unmeasuredLimits(budgetResults).map(({ labels, reason }) => [
    oneLine(labels.join(', '), 80),
    oneLine(reason, 160),
  ]);
}

function isViolation({ level }: BudgetResult): boolean {
  return level === 'warn' || level === 'error';
}

function largeRow(short: (url: string) => string): (resource: ResourceRecord) => Row {
  return ({ transferSize, resourceType, url }) => [formatSize(transferSize), resourceType, oneLine(short(url), 70)];
}

function slowRow(short: (url: string) => string): (resource: ResourceRecord) => Row {
  return (resource) => {
    const { duration, resourceType, url } = resource;
    const blamed = phaseToBlame(resource);
    const reason = blamed === null ? '' : `mostly ${blamed.name} (${formatMs(blamed.ms)})`;
    return [formatMs(duration), resourceType, oneLine(short(url), 70), reason];
  };
}

/** A URL without the origin of its page. */
function shortUrl(url: string, page: string): string {
  const { origin } = new URL(page);
  return url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
}
