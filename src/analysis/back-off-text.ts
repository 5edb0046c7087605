import { BACKED_OFF_EVENT_THRESHOLD, type BackOff, MAX_SELF_COST_A_MINUTE } from '../model/back-off.ts';
import { formatMs } from './format.ts';

/** What the collector left out to cost the page less, in a sentence; null when it left out nothing. */
export function backOffText(backOff: BackOff): string | null {
  if (backOff === 0) return null;
  const events = backOff === 1 ? '' : ` and events under ${formatMs(BACKED_OFF_EVENT_THRESHOLD)}`;
  return `Recording took more than ${formatMs(MAX_SELF_COST_A_MINUTE)} of a minute, so Vitalog stopped recording user timings${events}.`;
}
