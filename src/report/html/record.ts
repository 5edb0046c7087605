import { backOffText } from '../../analysis/back-off-text.ts';
import { metricLabel } from '../../analysis/budgets/metric-label.ts';
import { formatBytes, formatMs } from '../../analysis/format.ts';
import { doesNotMeasure, type Observer, whyNeverTold } from '../../analysis/metrics/metric-support.ts';
import { OBSERVED_ENTRY_TYPES } from '../../model/entries.ts';
import type { ReportPageLoad } from '../../model/report.ts';
import { recordSentence } from '../ledger-sentence.ts';
import { html, type SafeHtml } from './escape.ts';
import { section } from './table.ts';

/** How complete the record is, and what recording it cost the page. */
export function ledgerSection(load: ReportPageLoad, observer: Observer): SafeHtml {
  const { ledger, selfCost, networkLog, har } = load;
  if (har) return section('Origin of this record', recordSentence(load), html``);
  const number = (value: number | null) => (value === null ? 'unknown' : value.toLocaleString('en'));
  const leftOut = backOffText(selfCost.backOff);
  const facts: readonly (readonly [string, string])[] = [
    ['Reported by the browser', number(ledger.made)],
    ['Stored', number(ledger.stored)],
    [
      'Dropped by the browser',
      (ledger.dropped.browser === null && whyNeverTold(observer)) || number(ledger.dropped.browser),
    ],
    ['Dropped by our limits', number(ledger.dropped.caps)],
    ['Lost at page exit', number(ledger.dropped.exit)],
    ...(ledger.dropped.store ? [['Lost with the database', number(ledger.dropped.store)] as const] : []),
    ['Rejected as malformed', number(ledger.rejected)],
    ['In the network log of DevTools', networkLogText(networkLog)],
    [
      'Cost to the page',
      `${formatMs(selfCost.mainThreadMs)}, ${formatBytes(selfCost.bytesSent)} sent to the extension`,
    ],
    ...(leftOut === null ? [] : [['Left out', leftOut] as const]),
  ];
  const list = facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  return section('Ledger of this record', recordSentence(load), html`<dl class="ledger">${list}</dl>`);
}

function networkLogText(log: ReportPageLoad['networkLog']): string {
  if (log === null) return 'not open';
  const dropped = log.dropped > 0 ? `, ${log.dropped.toLocaleString('en')} left out` : '';
  return `${log.requests.toLocaleString('en')} requests${dropped}`;
}

function hiddenText(hidden: number, { har }: ReportPageLoad): string {
  if (har) return `Of ${hidden} ${hidden === 1 ? 'request' : 'requests'} the HAR file does not tell the size.`;
  return `${hidden} cross-origin ${hidden === 1 ? 'response hides its' : 'responses hide their'} size (no Timing-Allow-Origin header).`;
}

/** Everything that this report says nothing about, with the reason. */
export function notMeasuredSection(load: ReportPageLoad, observer: Observer): SafeHtml {
  const several = load.views.length > 1;
  const metrics = load.views.flatMap((view, index) =>
    view.metrics
      .filter(({ value }) => value === null)
      .map(({ name, state, stateReason }) => ({
        what: several ? `${name}, view ${index + 1}` : name,
        why:
          stateReason ??
          (state === 'unsupported' ? `${doesNotMeasure(observer)}.` : 'Nothing happened that it could measure.'),
      })),
  );
  const limits = load.budgetResults
    .filter(({ level }) => level === 'not-measured')
    .map(({ metric, reason }) => ({
      what: `Limit on ${metricLabel(metric)}`,
      why: reason ?? 'There is no value to hold against it.',
    }));
  const rules = load.insights
    .filter(({ status }) => status === 'not-measured' || status === 'error')
    .map(({ title, statusReason }) => ({ what: `Rule “${title}”`, why: statusReason ?? 'Its input is missing.' }));
  const types = OBSERVED_ENTRY_TYPES.filter((type) => !load.supportedEntryTypes.includes(type));
  const hidden = load.resources.filter(({ transferSize }) => transferSize.value === null).length;
  const rest = [
    { what: 'Entry types', why: `${doesNotMeasure(observer)}: ${types.join(', ')}`, there: types.length > 0 },
    {
      what: 'Sizes',
      why: hiddenText(hidden, load),
      there: hidden > 0,
    },
  ].filter(({ there }) => there);
  const rows = [...metrics, ...limits, ...rules, ...rest];
  if (rows.length === 0)
    return section('Not measured', null, html`<p class="empty">Everything that Vitalog looks at was measured.</p>`);
  const list = rows.map(({ what, why }) => html`<div><dt>${what}</dt><dd>${why}</dd></div>`);
  return section(
    'Not measured',
    'None of this counts as good, as bad or as 0.',
    html`<dl class="absent-list">${list}</dl>`,
  );
}
