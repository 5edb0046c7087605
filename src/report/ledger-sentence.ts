import { formatNumber } from '../analysis/format-number.ts';
import type { Ledger } from '../model/page-load.ts';
import type { ReportPageLoad } from '../model/report.ts';

/** How far the record of a page load can be trusted: its ledger, or that it was read from a HAR file. */
export function recordSentence({ ledger, har }: Pick<ReportPageLoad, 'ledger' | 'har'>): string {
  if (!har) return ledgerSentence(ledger);
  const { name, version } = har.creator;
  return `Read from a HAR file that ${[name, version].filter(Boolean).join(' ')} wrote: it holds the requests, and of the page itself only what is shown.`;
}

/** What became of a page load's entries, said plainly: complete, or what is missing and why. */
export function ledgerSentence(ledger: Ledger): string {
  const { made, stored, dropped, rejected, complete } = ledger;
  if (complete && stored === made)
    return `Complete: all ${entries(made)} that the browser reported ${made === 1 ? 'is' : 'are'} here.`;
  const missing = [
    (dropped.browser ?? 0) > 0 && `the browser dropped ${count(dropped.browser)} before Vitalog listened`,
    dropped.caps > 0 && `${count(dropped.caps)} went over a limit of Vitalog's own`,
    (dropped.exit ?? 0) > 0 && `${count(dropped.exit)} were lost when the page went away`,
    (dropped.store ?? 0) > 0 && `${count(dropped.store ?? 0)} went with a database that was lost`,
    rejected > 0 && `${count(rejected)} were malformed`,
  ].filter((part) => part !== false);
  const start = `${count(stored)} of ${entries(made)} are here`;
  const known = missing.length > 0 ? `${start}: ${missing.join(', ')}.` : `${start}.`;
  if (complete) return `${known} Every gap is accounted for.`;
  return `${known} The page's final record had not arrived, so up to 250 ms of entries may be missing beyond that.`;
}

function entries(made: number): string {
  return `${count(made)} ${made === 1 ? 'entry' : 'entries'}`;
}

function count(value: number | null): string {
  return formatNumber(value ?? 0, 'en', 0);
}
