import { type LimitMetric, notMeasured, takesNoArgument } from '../measurement.ts';

/** A metric that only Lighthouse measures. Kept, so that a file that limits it survives the way through ours; never measured. */
export function foreignMetric(title: string): LimitMetric {
  return {
    unit: 'ms',
    problem: takesNoArgument,
    measure: () => notMeasured(`${title} is measured by Lighthouse, not by browsers; this limit is only kept for it.`),
  };
}
