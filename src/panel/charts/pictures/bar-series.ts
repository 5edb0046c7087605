import type { Milliseconds } from '../../../model/units.ts';
import { type TimeSpan, timeBars } from '../../state/time-bars.ts';
import type { Tone } from '../../state/tone.ts';
import type { ChartColor } from '../chart-theme.ts';
import type { XyPoint, XySeries } from '../xy-data.ts';

/** The worst is in front. */
const TONES: readonly (readonly [Tone, ChartColor])[] = [
  ['error', 'error-fill'],
  ['warn', 'warn-fill'],
  ['good', 'good-fill'],
  ['none', 'part-5'],
];

/** Spans as bars as tall as their `height`, a series for each tone that has a label. */
export function barSeries(
  spans: readonly TimeSpan[],
  until: Milliseconds,
  labels: Partial<Record<Tone, string>>,
): readonly XySeries[] {
  return TONES.flatMap(([tone, color]) => {
    const label = labels[tone];
    if (label === undefined) return [];
    const points = barPoints(
      spans.filter((span) => span.tone === tone),
      until,
    );
    return [{ label, color, shape: 'bars', filled: true, points }];
  });
}

/** The outlines of bars, one after the other; those that cannot be told apart are one. */
export function barPoints(spans: readonly TimeSpan[], until: Milliseconds): readonly XyPoint[] {
  return timeBars(spans, until)
    .toSorted((a, b) => a.left - b.left)
    .flatMap(({ left, width, height }) => {
      const from = left * until;
      const to = (left + width) * until;
      return [
        { x: from, y: 0 },
        { x: from, y: height },
        { x: to, y: height },
        { x: to, y: 0 },
        { x: to, y: Number.NaN },
      ];
    });
}
