import { formatMs } from '../../analysis/format.ts';
import type { ReportPageLoad } from '../../model/report.ts';
import type { ResourcePhases, ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { html, type SafeHtml } from './escape.ts';
import { localUrl } from './page-view.ts';
import { andMore, section } from './table.ts';
import { type TimeScale, timeScale } from './time-scale.ts';

/** More rows make the file long and the picture no clearer; the JSON report has them all. */
const MAX_ROWS = 150;
const BEFORE_REQUEST: readonly (keyof ResourcePhases)[] = ['redirect', 'queued', 'dns', 'connect', 'tls', 'request'];

interface Moment {
  readonly id: 'fcp' | 'lcp' | 'load';
  readonly label: string;
  readonly time: Milliseconds;
}

/** Requests on one time axis, in the order in which they started. */
export function waterfallSection(load: ReportPageLoad): SafeHtml {
  const rows = load.resources.slice(0, MAX_ROWS);
  if (rows.length === 0) return section('Waterfall', null, html`<p class="empty">No request was recorded.</p>`);
  const moments = momentsOf(load);
  const scale = timeScale(Math.max(...rows.map(endOf), ...moments.map(({ time }) => time)));
  const lines = moments.map(
    ({ id, time }) =>
      html`<line class="m-${id}" x1="${scale.percent(time)}" x2="${scale.percent(time)}" y1="0" y2="100%"/>`,
  );
  return section(
    'Waterfall',
    null,
    html`${legend(rows, moments)}<ol class="waterfall">${axis(scale)}${rows.map((row) => waterfallRow(row, load.url, scale, lines))}</ol>
${andMore(load.resources.length - rows.length, 'requests')}`,
  );
}

function momentsOf(load: ReportPageLoad): readonly Moment[] {
  const metrics = load.views[0]?.metrics ?? [];
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? null;
  const navigation = load.entries.find((entry) => entry.entryType === 'navigation');
  const candidates = [
    { id: 'fcp', label: 'FCP', time: value('FCP') },
    { id: 'lcp', label: 'LCP', time: value('LCP') },
    { id: 'load', label: 'Load event', time: navigation?.loadEventStart ?? null },
  ] as const;
  return candidates.flatMap((moment) =>
    moment.time !== null && moment.time > 0 ? [{ ...moment, time: moment.time }] : [],
  );
}

function axis(scale: TimeScale): SafeHtml {
  const ticks = scale.ticks.map((tick) => {
    const x = scale.percent(tick);
    return html`<line class="grid" x1="${x}" x2="${x}" y1="12" y2="100%"/><text x="${x}" y="10" text-anchor="${tick / scale.end > 0.94 ? 'end' : 'middle'}">${formatMs(tick)}</text>`;
  });
  return html`<li class="axis" aria-hidden="true"><span></span><svg width="100%" height="16">${ticks}</svg><span></span></li>
`;
}

function waterfallRow(resource: ResourceRecord, page: string, scale: TimeScale, lines: readonly SafeHtml[]): SafeHtml {
  const { resourceType, startTime, duration, status } = resource;
  const failed = status !== null && status >= 400;
  return html`<li><span class="name" title="${resource.url}">${failed && html`<b class="bad">${status}</b> `}${splitName(localUrl(resource.url, page))}</span>
<svg width="100%" height="18" role="img" aria-label="${resourceType}, starts at ${formatMs(startTime)}">${lines}${bar(resource, scale)}</svg>
<span class="number">${formatMs(duration)}</span></li>
`;
}

/** The directory apart from the file name with its query: where there is little room, only the name is shown. */
function splitName(name: string): SafeHtml {
  const [path = ''] = name.split('?', 1);
  const end = path.replace(/\/$/, '').lastIndexOf('/') + 1;
  return html`<span class="dir">${name.slice(0, end)}</span>${name.slice(end)}`;
}

/** A thin line until the request is sent, pale while waiting, full while receiving; hatched where the browser hides the parts. */
function bar({ resourceType, startTime, duration, phases }: ResourceRecord, scale: TimeScale): SafeHtml {
  const kind = `t-${resourceType}`;
  const rect = (from: Milliseconds, to: Milliseconds, look: string, y: number, height: number) => {
    const width = (Math.max(0, Math.min(to, scale.end) - from) / scale.end) * 100;
    return html`<rect class="${kind} ${look}" x="${scale.percent(from)}" y="${y}" width="${Math.max(width, 0.15).toFixed(2)}%" height="${height}"/>`;
  };
  if (phases.wait === null && phases.download === null)
    return rect(startTime, startTime + duration, 'hidden-parts', 4, 10);
  const sent = startTime + BEFORE_REQUEST.reduce((sum, phase) => sum + (phases[phase] ?? 0), 0);
  const answered = sent + (phases.wait ?? 0) + (phases.earlyHints ?? 0);
  return html`${rect(startTime, sent, 'before', 8, 2)}${rect(sent, answered, 'wait', 4, 10)}${rect(answered, startTime + duration, 'receive', 4, 10)}`;
}

function legend(rows: readonly ResourceRecord[], moments: readonly Moment[]): SafeHtml {
  const types = [...new Set(rows.map(({ resourceType }) => resourceType))];
  const hidden = rows.some(({ phases }) => phases.wait === null && phases.download === null);
  const sample = (look: string, height: number) =>
    html`<svg width="16" height="10" aria-hidden="true"><rect class="t-other ${look}" y="${5 - height / 2}" width="16" height="${height}"/></svg>`;
  return html`<ul class="legend">
${types.map((type) => html`<li><svg width="10" height="10" aria-hidden="true"><rect class="t-${type}" width="10" height="10" rx="2"/></svg>${type}</li>`)}
<li class="gap">${sample('before', 2)}before the request</li><li>${sample('wait', 10)}waiting</li><li>${sample('receive', 10)}receiving</li>
${hidden && html`<li>${sample('hidden-parts', 10)}parts hidden (cross-origin)</li>`}
${moments.map(({ id, label, time }) => html`<li><svg width="4" height="12" aria-hidden="true"><line class="m-${id}" x1="2" x2="2" y1="0" y2="12"/></svg>${label} ${formatMs(time)}</li>`)}</ul>`;
}

function endOf({ startTime, duration }: ResourceRecord): Milliseconds {
  return startTime + duration;
}
