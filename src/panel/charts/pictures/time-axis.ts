import type { Milliseconds } from '../../../model/units.ts';
import { formatMs } from '../../format.ts';
import type { TimeMarker } from '../../state/timeline-range.ts';
import type { XyAxis, XyMarker } from '../xy-data.ts';

/** The time since the navigation began, up to `until`. */
export function timeAxis(until: Milliseconds): XyAxis {
  return { min: 0, max: until, format: (time) => formatMs(time) };
}

/** Moments of the load with their times: `FCP 400 ms`. */
export function timeMarkers(moments: readonly TimeMarker[]): readonly XyMarker[] {
  return moments.map(({ label, time }) => ({ label: `${label} ${formatMs(time)}`, at: time }));
}
