import type { HeapObservation } from '../../model/observations.ts';
import type { Bytes } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatBytes, formatMs } from '../format.ts';
import { whyNeverTold } from '../metrics/metric-support.ts';
import { linearTrend } from '../timeline/linear-trend.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** Of a page load so many samples are kept, the newest; the trend is looked for in the last of them. */
  readonly maxSamples: number;
  readonly trendSamples: number;
  /** The slope in units of its standard error from which it is no accident. */
  readonly significantFrom: number;
  /** Growth along the trend that is worth naming. */
  readonly overBytes: Bytes;
  /** As much may be garbage that nobody has collected yet: it fails when more, or when a collection left it. */
  readonly maxGarbage: Bytes;
}

/**
 * A leak is a positive trend over the last 10 of at most 100 samples. 2.896 is Student's t for 8 degrees of freedom and one chance
 * in a hundred (https://www.itl.nist.gov/div898/handbook/eda/section3/eda3672.htm). Ten samples are about a minute: 1 MB in it
 * is 60 MB an hour. V8 collects young objects at the latest when they fill 16 MB (https://v8.dev/blog/orinoco-parallel-scavenger).
 */
const DEFAULTS: Options = {
  maxSamples: 100,
  trendSamples: 10,
  significantFrom: 2.896,
  overBytes: 1_000_000,
  maxGarbage: 16_000_000,
};

/** Says whether the JavaScript heap of the document keeps growing. Samples before its load event are start-up, and not looked at. */
export const heapGrowth: InsightRule<Options> = {
  id: 'heap-growth',
  title: 'Memory that grows',
  why: 'A page that keeps what it no longer needs becomes slow, and is killed at last on a phone.',
  requires: [],
  observes: ['heap'],
  concerns: () => false,
  run(page, options) {
    const { maxSamples, trendSamples, significantFrom, overBytes, maxGarbage } = { ...DEFAULTS, ...options };
    const all = page.observations.heap;
    if (all.length === 0) {
      const lack = whyNeverTold(page.pageLoad);
      // `performance.memory` is Chromium's; there a page that was never in sight has no samples either.
      return notMeasured(lack ? `${lack}.` : 'The browser told nothing of its JavaScript heap.');
    }
    const { load } = page.moments;
    const settled = load === null ? [] : all.filter(({ startTime }) => startTime >= load).slice(-maxSamples);
    const last = settled.slice(-trendSamples);
    const trend = linearTrend(last.map(({ startTime, usedJSHeapSize }) => [startTime, usedJSHeapSize]));
    if (trend === null || last.length < trendSamples) {
      return notMeasured(
        `The heap was sampled ${counted(settled.length, 'time')} since the page was loaded, and a trend takes ${trendSamples} samples: look again in ${formatMs((trendSamples - settled.length) * SAMPLE_EVERY_MS)}.`,
      );
    }
    const growth = trend.slope * spanOf(last);
    if (growth < overBytes || trend.t < significantFrom) return { status: 'pass', findings: [] };
    const stays = growth > maxGarbage || wasCollected(settled);
    return {
      status: stays ? 'fail' : 'informative',
      findings: [
        {
          message: messageOf(growth, last, settled, stays),
          severity: growth > maxGarbage ? 'high' : stays ? 'medium' : 'low',
          startTime: last[0]?.startTime ?? 0,
          duration: spanOf(last),
          size: Math.round(growth),
        },
      ],
    };
  },
};

/** How often the collector samples. */
const SAMPLE_EVERY_MS = 5000;

/** Whether the heap was ever smaller than in the sample before. */
function wasCollected(samples: readonly HeapObservation[]): boolean {
  return samples.some(({ usedJSHeapSize }, i) => usedJSHeapSize < (samples[i - 1]?.usedJSHeapSize ?? 0));
}

function messageOf(
  growth: Bytes,
  last: readonly HeapObservation[],
  settled: readonly HeapObservation[],
  stays: boolean,
): string {
  const since =
    settled.length > last.length ? `, and by ${formatBytes(change(settled))} since the page was loaded` : '';
  const advice = stays
    ? 'Compare two heap snapshots (Memory panel) for what stays: listeners, timers, caches, removed elements that are still referred to.'
    : 'It may be garbage that was not collected yet: look again later.';
  return `The heap grew steadily by ${formatBytes(growth)} within ${formatMs(spanOf(last))}${since}. ${advice}`;
}

function spanOf(samples: readonly HeapObservation[]): number {
  return (samples.at(-1)?.startTime ?? 0) - (samples[0]?.startTime ?? 0);
}

function change(samples: readonly HeapObservation[]): Bytes {
  return (samples.at(-1)?.usedJSHeapSize ?? 0) - (samples[0]?.usedJSHeapSize ?? 0);
}

function notMeasured(reason: string) {
  return { status: 'not-measured', reason } as const;
}
