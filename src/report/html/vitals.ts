import { formatMetric, formatMs } from '../../analysis/format.ts';
import { METRIC_TITLES } from '../../model/metrics.ts';
import type { ReportView } from '../../model/report.ts';
import { type HtmlValue, html, type SafeHtml } from './escape.ts';
import { ratingBadge, ratingMark } from './marks.ts';
import { localUrl } from './page-view.ts';
import { ratingScale } from './rating-scale.ts';
import { section } from './table.ts';

type Metric = ReportView['metrics'][number];

/** Members of web-vitals' attribution that name a cause, and those that split the value into parts (ms). */
const CAUSES: Readonly<Record<string, string>> = {
  target: 'Element',
  largestShiftTarget: 'Largest shift',
  interactionTarget: 'Element',
  url: 'Resource',
  interactionType: 'Input',
};
const PARTS: Readonly<Record<string, string>> = {
  timeToFirstByte: 'first byte',
  resourceLoadDelay: 'load delay',
  resourceLoadDuration: 'load',
  elementRenderDelay: 'render delay',
  inputDelay: 'input delay',
  processingDuration: 'processing',
  presentationDelay: 'presentation',
  firstByteToFCP: 'after the first byte',
  waitingDuration: 'waiting',
  cacheDuration: 'cache',
  dnsDuration: 'DNS',
  connectionDuration: 'connection',
  requestDuration: 'request',
};

/** A card for each metric of each view: value, rating, and why it is so. */
export function vitalsSection(views: readonly ReportView[], page: string): SafeHtml {
  const parts = views.map((view) => {
    const heading = views.length > 1 && html`<h4>${viewName(view)}</h4>`;
    return html`${heading}<div class="cards">${view.metrics.map((metric) => card(metric, page))}</div>`;
  });
  return section('Vitals', null, parts);
}

function viewName({ kind, url, startTime }: ReportView): string {
  if (kind === 'load') return 'First view';
  const names = {
    bfcache: 'Restored from the back/forward cache',
    prerender: 'Prerendered',
    'soft-navigation': 'Soft navigation',
    'same-document': 'Route change',
  };
  return `${names[kind]} at ${formatMs(startTime)}: ${url}`;
}

function card(metric: Metric, page: string): SafeHtml {
  const measured = metric.value !== null;
  return html`<article class="card ${measured ? ratingMark(metric.rating) : 'absent'}">
<h5><abbr title="${METRIC_TITLES[metric.name]}">${metric.name}</abbr> <span class="full">${METRIC_TITLES[metric.name]}</span></h5>
<p class="value">${formatMetric({ ...metric, final: true })}</p>
${metric.value !== null && html`<p>${ratingBadge(metric.rating)}</p>${ratingScale(metric.name, metric.value)}`}
${metric.state === 'inflated' && html`<p class="note">Inflated: read it as an upper bound.</p>`}
${metric.stateReason !== null && html`<p class="note">${metric.stateReason}</p>`}
${measured && attribution(metric, page)}</article>
`;
}

function attribution({ attribution: facts, value }: Metric, page: string): HtmlValue {
  const causes = Object.entries(CAUSES).flatMap(([key, label]) => {
    const fact = facts[key];
    return typeof fact === 'string' && fact !== '' ? [html`<dt>${label}</dt><dd>${localUrl(fact, page)}</dd>`] : [];
  });
  const parts = Object.entries(PARTS).flatMap(([key, label]) => {
    const ms = facts[key];
    return typeof ms === 'number' && ms >= 0.5 ? [{ label, ms }] : [];
  });
  const sum = parts.reduce((total, { ms }) => total + ms, 0);
  return [
    causes.length > 0 && html`<dl class="facts">${causes}</dl>`,
    parts.length > 1 && (value ?? 0) > 0 && partsBar(parts, sum),
  ];
}

function partsBar(parts: readonly { readonly label: string; readonly ms: number }[], sum: number): SafeHtml {
  let x = 0;
  const bars = parts.map(({ ms }, index) => {
    const width = (ms / sum) * 100;
    const bar = html`<rect class="p${index}" x="${x.toFixed(2)}%" y="0" width="${width.toFixed(2)}%" height="6"/>`;
    x += width;
    return bar;
  });
  const words = parts.map(
    ({ label, ms }, index) => html`<li><i class="key k${index}"></i>${label} <b>${formatMs(ms)}</b></li>`,
  );
  return html`<svg class="bar" width="100%" height="6" aria-hidden="true">${bars}</svg><ul class="legend">${words}</ul>`;
}
