import { PHASE_NAMES } from '../../analysis/resources/phases.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { TimeMarker } from '../state/timeline-range.ts';
import type { BarPart } from './phase-names.ts';
import type { WaterfallSpan } from './resources-location.ts';
import { markerColor, partColor } from './waterfall-colors.ts';

/** The time that a waterfall shows. */
export interface WaterfallScale {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  /** Moments on the axis, round ones; the last is `to`. */
  readonly ticks: readonly Milliseconds[];
}

/** A request on a scale, in shares of its width; what lies outside is cut off. */
export interface WaterfallBar {
  readonly left: number;
  readonly width: number;
  /** Where each part ends, in shares of the whole bar, as far as it is in sight. */
  readonly parts: readonly { readonly part: BarPart; readonly until: number }[];
}

/** Ticks that there is room for. */
const MAX_TICKS = 5;

/** Room behind the end of the last request, so that it is seen to end; in ticks. */
const END_ROOM = 0.1;

/**
 * From the navigation until the page was loaded, or from the first request until the last of them ended. Begins and ends at round
 * moments, so that it holds still while requests come.
 */
export function waterfallScale(
  requests: readonly Pick<ResourceRecord, 'startTime' | 'duration'>[],
  span: WaterfallSpan,
  markers: readonly TimeMarker[],
): WaterfallScale {
  const loaded = markers.reduce((latest, { time }) => Math.max(latest, time), 0);
  if (span === 'load' && loaded > 0) return scaleOf(0, loaded);
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const { startTime, duration } of requests) {
    if (startTime < from) from = startTime;
    if (startTime + duration > to) to = startTime + duration;
  }
  return scaleOf(Number.isFinite(from) ? from : 0, to);
}

/** Where a request lies on a scale, and of what it consists. Null when nothing of it is in sight. */
export function waterfallBar(resource: ResourceRecord, { from, to }: WaterfallScale): WaterfallBar | null {
  const { startTime, duration, phases } = resource;
  const end = startTime + duration;
  if (end < from || startTime > to) return null;
  const start = Math.max(startTime, from);
  const shown = Math.min(end, to) - start;
  const left = (start - from) / (to - from);
  const parts: { part: BarPart; until: number }[] = [];
  let moment = startTime;
  const push = (part: BarPart, until: Milliseconds) => {
    const share = shown > 0 ? clamp((until - start) / shown) : 1;
    if (share > (parts.at(-1)?.until ?? 0)) parts.push({ part, until: share });
  };
  for (const name of PHASE_NAMES) {
    const ms = phases[name];
    if (ms === null) continue;
    moment += ms;
    push(name, Math.min(moment, end));
  }
  push('untold', end);
  return { left, width: shown / (to - from), parts };
}

/** A bar's background: its parts side by side, in the colours that tokens.css names after them (`--phase-dns`). */
export function barImage({ parts }: WaterfallBar): string {
  return `linear-gradient(90deg, ${parts.map(({ part, until }) => `${partColor(part)} 0 ${percent(until)}`).join(', ')})`;
}

/** The background of every cell of the waterfall: a line for each moment that is in sight. */
export function markerImage(markers: readonly TimeMarker[], scale: WaterfallScale): string {
  return markers
    .filter(({ time }) => time >= scale.from && time <= scale.to)
    .map(({ label, time }) => {
      const at = percent(shareOf(time, scale));
      return `linear-gradient(90deg, transparent calc(${at} - 1px), ${markerColor(label)} 0 ${at}, transparent 0)`;
    })
    .join(', ');
}

/** Where a moment lies on the scale, 0 to 1. */
export function shareOf(time: Milliseconds, { from, to }: WaterfallScale): number {
  return clamp((time - from) / (to - from));
}

/** With at most two decimals, which is a hundredth of a pixel: `12.35%`. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

/** Steps of 1, 2 or 5 times a power of ten. */
function scaleOf(start: Milliseconds, end: Milliseconds): WaterfallScale {
  const step = roundStep(Math.max(end - start, 1) / MAX_TICKS);
  const first = Math.floor(start / step);
  const last = Math.max(first + 1, Math.ceil((end + step * END_ROOM) / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { from: first * step, to: last * step, ticks };
}

function roundStep(least: Milliseconds): Milliseconds {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
