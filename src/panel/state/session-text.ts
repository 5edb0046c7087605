import type { Ledger, PageLoadRecord } from '../../model/page-load.ts';
import type { RecordingState } from '../../model/recording.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import { formatCount } from '../format.ts';
import type { Connection } from './panel-state.ts';
import type { Tone } from './tone.ts';

/** A state in words, with the tone to say it in. */
export interface ToneText {
  readonly tone: Tone;
  readonly text: string;
}

/** `14:03:22` in the user's locale. */
export function clockTime(time: EpochMilliseconds): string {
  return new Date(time).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
}

/** `21 Nov 2026, 14:03` in the user's locale. */
export function dayAndTime(time: EpochMilliseconds): string {
  return new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** Whether figures can still change, and whether we would hear of it. */
export function liveText(
  connection: Connection,
  pageLoad: PageLoadRecord | null,
  recording: RecordingState | null,
): ToneText {
  if (connection === 'lost') return { tone: 'warn', text: 'Reconnecting' };
  if (connection === 'connecting') return { tone: 'none', text: 'Connecting' };
  if (pageLoad?.state === 'lost') return { tone: 'warn', text: 'Cut off' };
  if (recording !== null && recording !== 'recording') return { tone: 'warn', text: 'Not recording' };
  if (pageLoad?.state === 'open') return { tone: 'good', text: 'Recording' };
  return { tone: 'none', text: pageLoad ? 'Page left' : 'Waiting' };
}

/** What became of the entries of a page load; a gap is said, never left out. */
export function ledgerText({ ledger, state, har }: Pick<PageLoadRecord, 'ledger' | 'state' | 'har'>): ToneText {
  if (har)
    return { tone: 'none', text: `From a HAR file that ${har.creator.name} wrote: requests, no entries of the page` };
  const stored = `${formatCount(ledger.stored)} of ${formatCount(ledger.made)} entries stored`;
  const gaps = gapsOf(ledger);
  if (gaps.length > 0) return { tone: 'warn', text: `${stored}; ${gaps.join(', ')}` };
  if (state === 'lost')
    return { tone: 'warn', text: `${stored}; ended without a final record, the last 250 ms may be missing` };
  const unknown = ledger.dropped.browser === null ? '; losses before recording began are unknown' : '';
  if (ledger.complete) return { tone: 'good', text: `${stored}, complete${unknown}` };
  return { tone: 'none', text: state === 'open' ? `${stored} so far` : stored };
}

function gapsOf({ dropped, rejected }: Ledger): readonly string[] {
  const gaps = [
    [dropped.browser ?? 0, 'lost by the browser before recording began'],
    [dropped.caps, 'left out by our limits'],
    [dropped.exit ?? 0, 'lost when the page was left'],
    [dropped.store ?? 0, 'lost with a database that is gone'],
    [rejected, 'rejected as malformed'],
  ] as const;
  return gaps.filter(([count]) => count > 0).map(([count, what]) => `${formatCount(count)} ${what}`);
}
