import type { ViewAnalysis } from '../../model/analysis.ts';
import type { Offender } from '../../model/budget.ts';
import type { MetricName, MetricRecord } from '../../model/metrics.ts';
import type { BudgetScope, LimitMetric, Measurement } from './measurement.ts';
import { metricOffenders } from './metric-offenders.ts';

interface Candidate {
  readonly view: ViewAnalysis;
  readonly metric: MetricRecord;
  readonly value: number;
}

/**
 * A limit on a metric of views (`LCP`, `TBT` ...): the worst view of those in scope decides. A value that circumstances inflated
 * is looked at when there is no other; it can show that the limit holds, not that it does not.
 */
export function viewMetric(name: MetricName): LimitMetric {
  return {
    unit: name === 'CLS' ? 'score' : 'ms',
    measure(scope): Measurement {
      const candidates = scope.views.flatMap((view): readonly Candidate[] => {
        const metric = view.metrics.find((candidate) => candidate.name === name);
        return metric === undefined || metric.value === null ? [] : [{ view, metric, value: metric.value }];
      });
      const undisturbed = candidates.filter(({ metric }) => metric.state === 'measured');
      const [worst] = (undisturbed.length > 0 ? undisturbed : candidates).sort((a, b) => b.value - a.value);
      if (worst === undefined) return { value: null, reason: whyNone(name, scope) };
      const { value, view, metric } = worst;
      const atMost = metric.state === 'inflated' ? metric.stateReason : null;
      const offenders = (limit: number): readonly Offender[] => metricOffenders(metric, value, view, scope, limit);
      return { value, atLeast: null, atMost, offenders };
    },
  };
}

function whyNone(name: MetricName, { views }: BudgetScope): string {
  const metric = views[0]?.metrics.find((candidate) => candidate.name === name);
  return metric?.stateReason ?? `The browser has not reported ${name}.`;
}
