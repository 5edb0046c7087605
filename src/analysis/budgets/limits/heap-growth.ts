import type { HeapSample } from '../../../model/timeline.ts';
import { counted } from '../../counted.ts';
import { whyNeverTold } from '../../metrics/metric-support.ts';
import { exactly, type LimitMetric, notMeasured, takesNoArgument } from '../measurement.ts';

/** Fewer samples (one every 5 s) show the garbage collector's sawtooth, not a trend. */
const MIN_SAMPLES = 6;

/**
 * `heap-growth`: by how many bytes the JavaScript heap grew, from the lowest sample of the first third to the lowest of the last:
 * lows are what the garbage collector could not free. A heap that shrank grew by 0.
 */
export const heapGrowth: LimitMetric = {
  unit: 'bytes',
  problem: takesNoArgument,
  measure({ heapSamples, ...page }) {
    if (heapSamples.length < MIN_SAMPLES) {
      const lack = whyNeverTold(page);
      return notMeasured(
        lack
          ? `${lack}.`
          : `The heap was sampled ${counted(heapSamples.length, 'time')}; ${MIN_SAMPLES} samples are needed, which come in ${MIN_SAMPLES * 5} s where the browser tells the heap at all.`,
      );
    }
    const third = Math.floor(heapSamples.length / 3);
    const growth = lowest(heapSamples.slice(-third)) - lowest(heapSamples.slice(0, third));
    return exactly(Math.max(0, growth), () => []);
  },
};

function lowest(samples: readonly HeapSample[]): number {
  return samples.reduce((low, { usedJSHeapSize }) => Math.min(low, usedJSHeapSize), Number.POSITIVE_INFINITY);
}
