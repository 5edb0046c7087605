import { PHASE_NAMES } from '../../analysis/resources/phases.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { formatMs } from '../format.ts';
import { PHASE_LABELS } from './phase-names.ts';

/** A bar of the waterfall in words: `From 120 ms, 640 ms long: Queued 20 ms, Wait (TTFB) 500 ms, Download 120 ms`. */
export function waterfallText({ startTime, duration, phases }: ResourceRecord): string {
  const parts = PHASE_NAMES.flatMap((name) => {
    const ms = phases[name];
    return ms === null ? [] : [`${PHASE_LABELS[name]} ${formatMs(ms)}`];
  });
  return `From ${formatMs(startTime)}, ${formatMs(duration)} long: ${parts.join(', ') || 'the browser does not tell its phases'}`;
}
