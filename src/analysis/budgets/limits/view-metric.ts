import type { MetricName } from '../../../model/metrics.ts';
import { type BudgetScope, type LimitMetric, type Measurement, notMeasured, takesNoArgument } from '../measurement.ts';
import { metricOffenders } from '../metric-offenders.ts';

/**
 * A limit on a metric of views (`LCP`, `TBT` ...). A value that circumstances inflated can show that the limit holds, not that it
 * does not.
 */
export function viewMetric(name: MetricName): LimitMetric {
  return {
    unit: name === 'CLS' ? 'score' : 'ms',
    problem: takesNoArgument,
    measure(scope: BudgetScope): Measurement {
      const metric = scope.view.metrics.find((candidate) => candidate.name === name);
      if (metric === undefined || metric.value === null) {
        return notMeasured(metric?.stateReason ?? `The browser has not reported ${name}.`);
      }
      const { value, state, stateReason } = metric;
      return {
        value,
        atLeast: null,
        atMost: state === 'inflated' ? stateReason : null,
        offenders: (limit) => metricOffenders(metric, value, scope, limit),
      };
    },
  };
}
