import { formatMetric, formatTotal } from '../../analysis/format.ts';
import type { RedactionLevel, ReportPageLoad, SessionReport } from '../../model/report.ts';
import { analysisOf } from '../analysis-of.ts';
import { type HtmlValue, html, type SafeHtml } from './escape.ts';
import { historySection } from './history.ts';
import { markShape, ratingMark } from './marks.ts';
import { utcMoment } from './page-view.ts';
import { table } from './table.ts';
import { verdictBadge } from './verdict.ts';

const REDACTION: Readonly<Record<RedactionLevel, string>> = {
  default: 'Query values, titles and everything that looks like a secret are hidden.',
  strict: 'Hosts, paths, names and texts are hidden.',
  raw: 'Nothing but credentials and fragments of URLs is hidden. Share it with care.',
};

/** What was recorded, when, by what, and what was taken out. */
export function reportHeader(report: SessionReport): SafeHtml {
  const { generator, session, pageLoads, redaction } = report;
  const { name, version } = generator.browser;
  return html`<header class="top"><p class="over">${generator.name} session report</p>
<h1>${titleOf(report)}</h1>
<p class="meta"><span>Recorded <b>${utcMoment(session.startedAt)}</b></span><span>Browser <b>${name} ${version}</b></span>
<span>Redaction <b>${redaction.level}</b>: ${REDACTION[redaction.level]}</span></p>
${pageLoads.length > 1 && overview(pageLoads)}${historySection(pageLoads)}</header>
`;
}

/** "3 page loads of shop.example". */
export function titleOf({ pageLoads }: SessionReport): string {
  const hosts = [...new Set(pageLoads.map(({ url }) => /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url))];
  const [first = ''] = hosts;
  const count = `${pageLoads.length} page ${pageLoads.length === 1 ? 'load' : 'loads'}`;
  if (hosts.length === 0) return 'No page load was recorded';
  return hosts.length === 1 ? `${count} of ${first}` : `${count} of ${first} and ${hosts.length - 1} more`;
}

/** The anchor of a page load, by its place in the report. */
export function anchorOf(index: number): string {
  return `load-${index + 1}`;
}

interface Row {
  readonly load: ReportPageLoad;
  readonly index: number;
}

function overview(pageLoads: readonly ReportPageLoad[]): SafeHtml {
  const metric = (name: string) => ({
    title: name,
    kind: 'number' as const,
    cell: ({ load }: Row): HtmlValue => {
      const found = load.views[0]?.metrics.find((candidate) => candidate.name === name);
      if (found === undefined) return '–';
      const mark =
        found.value !== null &&
        html`<span class="tone ${ratingMark(found.rating)}">${markShape(ratingMark(found.rating))}</span> `;
      const text = formatMetric({ ...found, final: true });
      if (found.state === 'unsupported') return html`<span title="${found.stateReason ?? text}">${text}</span>`;
      return html`${mark}${text}`;
    },
  });
  return table<Row>(
    'Page loads',
    [
      { title: 'Page', kind: 'url', cell: ({ load, index }) => html`<a href="#${anchorOf(index)}">${load.url}</a>` },
      { title: 'Verdict', cell: ({ load }) => verdictBadge(analysisOf(load)) },
      metric('LCP'),
      metric('CLS'),
      metric('INP'),
      { title: 'Requests', kind: 'number', cell: ({ load }) => totalOf(load)?.requests ?? 0 },
      {
        title: 'Transferred',
        kind: 'number',
        cell: ({ load }) => {
          const total = totalOf(load);
          return total === undefined ? 'unknown' : formatTotal(total.transferSize);
        },
      },
    ],
    pageLoads.map((load, index) => ({ load, index })),
  );
}

function totalOf(load: ReportPageLoad) {
  return analysisOf(load).totals.find(({ resourceType }) => resourceType === 'total');
}
