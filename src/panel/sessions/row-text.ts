import type { PageLoadFacts, ViewFacts } from '../../analysis/history/page-load-facts.ts';
import type { MetricName, ViewKind } from '../../model/metrics.ts';
import type { MetricSummary, ViolationCounts } from '../../model/page-load-summary.ts';
import type { SizeTotal } from '../../model/size.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import { counted, formatCount, inColumn } from '../format.ts';
import { ledgerText, type ToneText } from '../state/session-text.ts';
import { TONE_OF_RATING } from '../state/tone.ts';
import { VIEW_KINDS } from '../state/view-kind.ts';

const MOMENT = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** `21 Nov, 14:03` in the user's locale. */
export function moment(time: EpochMilliseconds): string {
  return MOMENT.format(time);
}

/** A metric in a cell: its value with its rating's tone, or why there is none. */
export function metricText(name: MetricName, metric: MetricSummary | undefined): ToneText {
  if (!metric) return { tone: 'none', text: 'unknown' };
  if (metric.value === null) return { tone: 'none', text: metric.state === 'unsupported' ? 'unsupported' : 'no data' };
  const text = inColumn.limitValue(metric.value, name === 'CLS' ? 'score' : 'ms');
  // What was disturbed is shown, but not judged.
  return { tone: metric.rating && metric.state === 'measured' ? TONE_OF_RATING[metric.rating] : 'none', text };
}

/** What budgets made of a page load. */
export function violationsText(violations: ViolationCounts | null): ToneText {
  if (violations === null) return { tone: 'none', text: 'not judged' };
  const { error, warn } = violations;
  if (error > 0) return { tone: 'error', text: counted(error, 'error') };
  return warn > 0 ? { tone: 'warn', text: counted(warn, 'warning') } : { tone: 'good', text: 'all limits hold' };
}

export function countText(count: number | null): string {
  return count === null ? 'unknown' : formatCount(count);
}

export function bytesText(bytes: SizeTotal | null): string {
  return bytes === null ? 'unknown' : inColumn.total(bytes);
}

/** The bytes of one view, as a total of which all is known or nothing. */
export function viewBytes({ bytes }: ViewFacts): SizeTotal | null {
  return bytes === null ? null : { value: bytes, unknown: 0 };
}

export function kindText(kind: ViewKind | null): string {
  return kind === null ? 'view' : VIEW_KINDS[kind];
}

/** What to know about a page load beside its figures: `pinned`, `summary only` ... */
export function notesOf(load: PageLoadFacts, isPinned: boolean, isImported: boolean): readonly string[] {
  const { state, baseline } = load;
  const isIncomplete = loadLedger(load).tone === 'warn';
  return [
    ...(isImported ? ['from a file'] : []),
    ...(state === 'open' ? ['open'] : []),
    ...(state === 'summary' ? ['summary only'] : []),
    ...(isIncomplete ? ['incomplete'] : []),
    ...(isPinned ? ['pinned'] : []),
    ...(baseline ? ['baseline'] : []),
  ];
}

/** What became of the entries of a page load, also of one whose entries are gone by now. */
export function loadLedger({ ledger, state, har }: PageLoadFacts): ToneText {
  return ledgerText({ ledger, state: state === 'summary' ? 'ended' : state, ...(har && { har }) });
}
