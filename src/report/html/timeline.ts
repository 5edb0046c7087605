import { formatLimitValue, formatMs } from '../../analysis/format.ts';
import { doesNotMeasure, type Observer } from '../../analysis/metrics/metric-support.ts';
import type { ScriptTiming } from '../../model/entries.ts';
import type { ReportPageLoad } from '../../model/report.ts';
import type { InteractionRecord, LayoutShiftRecord, LongTaskRecord, SessionWindow } from '../../model/timeline.ts';
import { type HtmlValue, html, type SafeHtml } from './escape.ts';
import { localUrl } from './page-view.ts';
import { andMore, section, table } from './table.ts';

const MAX_ROWS = 20;

/** Layout shifts, largest first, with their session windows; those within 500 ms of an input are in none and say so. */
export function layoutShiftsSection(
  { layoutShifts, supportedEntryTypes }: ReportPageLoad,
  observer: Observer,
): SafeHtml {
  return list({
    title: 'Layout shifts',
    observer,
    supported: supportedEntryTypes.includes('layout-shift'),
    rows: layoutShifts.toSorted((a, b) => b.value - a.value),
    empty: 'Nothing moved unexpectedly.',
    render: (rows) =>
      table<LayoutShiftRecord>(
        'Layout shifts',
        [
          { title: 'At', kind: 'number', cell: ({ startTime }) => formatMs(startTime) },
          { title: 'Score', kind: 'number', cell: ({ value }) => formatLimitValue(value, 'score') },
          {
            title: 'What moved',
            kind: 'url',
            cell: ({ sources }) => names(sources.map(({ node }) => node ?? 'a removed or hidden element')),
          },
          { title: 'Session window', cell: ({ sessionWindow }) => windowText(sessionWindow) },
        ],
        rows,
      ),
  });
}

/** Tasks over 50 ms, longest first, with the scripts that ran in them. */
export function longTasksSection(load: ReportPageLoad, observer: Observer): SafeHtml {
  const supported = load.supportedEntryTypes.some((type) => type === 'longtask' || type === 'long-animation-frame');
  return list({
    title: 'Long tasks',
    observer,
    supported,
    rows: load.longTasks.toSorted((a, b) => b.duration - a.duration),
    empty: 'No task took longer than 50 ms.',
    render: (rows) =>
      table<LongTaskRecord>(
        'Long tasks',
        [
          { title: 'At', kind: 'number', cell: ({ startTime }) => formatMs(startTime) },
          { title: 'Duration', kind: 'number', cell: ({ duration }) => formatMs(duration) },
          {
            title: 'Scripts',
            kind: 'url',
            cell: ({ scripts }) => names(scripts.map((script) => scriptName(script, load.url))),
          },
        ],
        rows,
      ),
  });
}

/** Interactions, slowest first, with the three parts of their latency. */
export function interactionsSection(
  { interactions, supportedEntryTypes }: ReportPageLoad,
  observer: Observer,
): SafeHtml {
  return list({
    title: 'Interactions',
    observer,
    supported: supportedEntryTypes.includes('event') || supportedEntryTypes.includes('first-input'),
    rows: interactions.toSorted((a, b) => b.duration - a.duration),
    empty: 'Nobody clicked, tapped or typed.',
    render: (rows) =>
      table<InteractionRecord>(
        'Interactions',
        [
          { title: 'At', kind: 'number', cell: ({ startTime }) => formatMs(startTime) },
          { title: 'Event', cell: ({ type }) => type },
          { title: 'Element', kind: 'url', cell: ({ target }) => target ?? 'a removed or hidden element' },
          { title: 'Latency', kind: 'number', cell: ({ duration }) => formatMs(duration) },
          { title: 'Input delay', kind: 'number', cell: ({ inputDelay }) => formatMs(inputDelay) },
          { title: 'Processing', kind: 'number', cell: ({ processingDuration }) => formatMs(processingDuration) },
          { title: 'Presentation', kind: 'number', cell: ({ presentationDelay }) => formatMs(presentationDelay) },
        ],
        rows,
      ),
  });
}

function list<Row>(part: {
  readonly title: string;
  readonly observer: Observer;
  readonly supported: boolean;
  readonly rows: readonly Row[];
  readonly empty: string;
  readonly render: (rows: readonly Row[]) => SafeHtml;
}): SafeHtml {
  const { title, observer, supported, rows, empty, render } = part;
  if (!supported) return section(title, null, html`<p class="empty">${doesNotMeasure(observer)}.</p>`);
  if (rows.length === 0) return section(title, null, html`<p class="empty">${empty}</p>`);
  return section(
    title,
    null,
    html`${render(rows.slice(0, MAX_ROWS))}${andMore(rows.length - MAX_ROWS, title.toLowerCase())}`,
  );
}

function windowText(window: SessionWindow | null): string {
  if (window === null) return 'none: after input, does not count towards CLS';
  return `from ${formatMs(window.startTime)}, ${formatLimitValue(window.score, 'score')} so far`;
}

function names(labels: readonly string[]): HtmlValue {
  if (labels.length === 0) return html`<span class="muted">not attributed by the browser</span>`;
  return html`<ul class="plain">${labels.map((label) => html`<li>${label}</li>`)}</ul>`;
}

function scriptName({ sourceFunctionName, sourceURL, invoker, duration }: ScriptTiming, page: string): string {
  const place = sourceURL === '' ? invoker : localUrl(sourceURL, page);
  return `${sourceFunctionName === '' ? '' : `${sourceFunctionName} in `}${place || 'unknown script'}, ${formatMs(duration)}`;
}
