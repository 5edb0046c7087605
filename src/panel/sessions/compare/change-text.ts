import type { Direction } from '../../../analysis/compare/change.ts';
import { doesNotMeasure, type Observer } from '../../../analysis/metrics/metric-support.ts';
import type { LimitUnit } from '../../../model/budget.ts';
import type { MetricRecord } from '../../../model/metrics.ts';
import type { SizeTotal } from '../../../model/size.ts';
import { formatLimitValue, inColumn } from '../../format.ts';
import type { ToneText } from '../../state/session-text.ts';
import type { Tone } from '../../state/tone.ts';
import { metricText } from '../row-text.ts';

const TONE_OF_DIRECTION: Readonly<Record<Direction, Tone>> = {
  better: 'good',
  worse: 'error',
  same: 'none',
  unknown: 'none',
};

/** `+1.2 s`, `−40 kB`, `same`; `unknown` when one of the two is. */
export function differenceText(difference: number | null, unit: LimitUnit): string {
  if (difference === null) return 'unknown';
  if (difference === 0) return 'same';
  return `${difference > 0 ? '+' : '−'}${formatLimitValue(Math.abs(difference), unit)}`;
}

/** A difference with what to think of it: `+1.2 s, worse`. A small one is only told. */
export function judgedDifference(difference: number | null, unit: LimitUnit, direction: Direction): ToneText {
  const text = differenceText(difference, unit);
  const isJudged = direction === 'better' || direction === 'worse';
  return { tone: TONE_OF_DIRECTION[direction], text: isJudged ? `${text}, ${direction}` : text };
}

/** Less of it is better, whatever the amount. */
export function lessIsBetter(difference: number | null): Direction {
  if (difference === null) return 'unknown';
  if (difference === 0) return 'same';
  return difference > 0 ? 'worse' : 'better';
}

/** A figure of one side; null: its browser does not measure it. */
export function figureText(value: number | null, unit: LimitUnit): ToneText {
  return { tone: 'none', text: value === null ? 'unsupported' : formatLimitValue(value, unit) };
}

/** What `unsupported` in these rows comes of; null where it is in none. */
export function unsupportedText(
  rows: readonly { readonly a: ToneText; readonly b: ToneText }[],
  { a, b }: ComparedSides,
): string | null {
  const lacks = [
    ...(rows.some((row) => row.a.text === 'unsupported') ? [doesNotMeasure(a)] : []),
    ...(rows.some((row) => row.b.text === 'unsupported') ? [doesNotMeasure(b)] : []),
  ];
  return lacks.length === 0 ? null : `Unsupported: ${[...new Set(lacks)].join('; ')}.`;
}

/** Who saw the two. */
export interface ComparedSides {
  readonly a: Observer;
  readonly b: Observer;
}

/** A metric of one side. */
export function sideText(metric: MetricRecord | null): ToneText {
  if (metric === null) return { tone: 'none', text: 'unknown' };
  const { tone, text } = metricText(metric.name, metric);
  return metric.state === 'inflated' ? { tone, text: `${text}, inflated` } : { tone, text };
}

/** Bytes of one side; a dash where there was no request. */
export function bytesOfSide(bytes: SizeTotal, requests: number | null): string {
  return requests === 0 ? '–' : inColumn.total(bytes);
}
