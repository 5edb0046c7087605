import type { ComponentChildren } from 'preact';
import { doesNotMeasure } from '../../analysis/metrics/metric-support.ts';
import type { MetricName } from '../../model/metrics.ts';
import { ToneLabel } from '../components/ToneLabel.tsx';
import type { ToneText } from '../state/session-text.ts';
import { relativeUrl } from '../state/url-text.ts';
import { bytesText, countText, kindText, metricText, moment, notesOf, viewBytes, violationsText } from './row-text.ts';
import type { LoadRow } from './session-rows.ts';

/** What a cell needs to know beside its row. */
export interface RowContext {
  readonly isPinned: boolean;
  readonly isImported: boolean;
  /** What the budgets of now make of it, where the panel has asked them. */
  readonly judged: ToneText | null;
}

/** A column of the list of sessions. Its key is the class of its cells. */
export interface SessionColumn {
  readonly key: string;
  readonly title: string;
  readonly isNumber: boolean;
  cell(row: LoadRow, context: RowContext): ComponentChildren;
}

export const SESSION_COLUMNS: readonly SessionColumn[] = [
  { key: 'time', title: 'Time', isNumber: false, cell: (row) => moment(timeOf(row)) },
  { key: 'page', title: 'Page', isNumber: false, cell: pageCell },
  vital('LCP'),
  vital('CLS'),
  vital('INP'),
  {
    key: 'requests',
    title: 'Requests',
    isNumber: true,
    cell: (row) => known(countText(row.kind === 'view' ? row.view.requests : row.load.requests)),
  },
  {
    key: 'bytes',
    title: 'Transferred',
    isNumber: true,
    cell: (row) => known(bytesText(row.kind === 'view' ? viewBytes(row.view) : row.load.bytes)),
  },
  { key: 'judged', title: 'Budgets', isNumber: false, cell: verdictCell },
  {
    key: 'notes',
    title: 'Notes',
    isNumber: false,
    cell: (row, { isPinned, isImported }) =>
      row.kind === 'view' ? null : notesOf(row.load, isPinned, isImported).join(', '),
  },
];

function vital(name: MetricName): SessionColumn {
  return {
    key: name.toLowerCase(),
    title: name,
    isNumber: true,
    cell(row) {
      const view = row.kind === 'view' ? row.view : row.load.views[0];
      const metric = view?.metrics[name];
      const { tone, text } = metricText(name, metric);
      if (tone !== 'none') return <ToneLabel tone={tone} text={text} />;
      return (
        <span class="muted" title={metric?.state === 'unsupported' ? doesNotMeasure(row.load) : undefined}>
          {text}
        </span>
      );
    },
  };
}

function timeOf(row: LoadRow): number {
  return row.kind === 'view' ? row.view.startedAt : row.load.timeOrigin;
}

function pageCell(row: LoadRow) {
  const { load } = row;
  if (row.kind === 'view')
    return (
      <span class="session-view">
        {relativeUrl(row.view.url, load.origin)} <span class="muted">{kindText(row.view.kind)}</span>
      </span>
    );
  const host = URL.canParse(load.url) ? new URL(load.url).host : '';
  return (
    <>
      {relativeUrl(load.url)} <span class="muted">{host}</span>
    </>
  );
}

function verdictCell(row: LoadRow, { judged }: RowContext) {
  if (row.kind === 'view') return null;
  const { tone, text } = row.load.violations === null && judged ? judged : violationsText(row.load.violations);
  return <ToneLabel tone={tone} text={text} />;
}

function known(text: string) {
  return text === 'unknown' ? <span class="muted">{text}</span> : text;
}
