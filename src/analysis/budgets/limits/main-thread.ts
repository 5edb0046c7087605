import { whyNotReported } from '../../metrics/metric-support.ts';
import { blockingTime } from '../../metrics/total-blocking-time.ts';
import {
  type BudgetScope,
  exactly,
  type LimitMetric,
  type Measurement,
  notMeasured,
  takesNoArgument,
} from '../measurement.ts';
import { interactionOffenders, taskOffenders } from '../metric-offenders.ts';

/** `long-task-count`: tasks over 50 ms. */
export const longTaskCount: LimitMetric = {
  unit: 'count',
  problem: takesNoArgument,
  measure: (scope) => ofTasks(scope, ({ longTasks }) => longTasks.length),
};

/** `long-task-blocking-time`: the parts over 50 ms of all long tasks together; TBT counts those between FCP and TTI only. */
export const longTaskBlockingTime: LimitMetric = {
  unit: 'ms',
  problem: takesNoArgument,
  measure: (scope) =>
    ofTasks(scope, ({ longTasks }) => longTasks.reduce((sum, { duration }) => sum + blockingTime(duration), 0)),
};

/** `longest-interaction`: the latency of the slowest interaction; INP leaves out the worst of every fifty. */
export const longestInteraction: LimitMetric = {
  unit: 'ms',
  problem: takesNoArgument,
  measure(scope) {
    const lack = whyNotReported(['event'], scope);
    if (lack !== null) return notMeasured(lack);
    const { interactions } = scope;
    if (interactions.length === 0) return notMeasured('Nobody has clicked, tapped or typed in this view yet.');
    const longest = interactions.reduce((most, { duration }) => Math.max(most, duration), 0);
    return exactly(longest, (limit) => interactionOffenders(scope, limit));
  },
};

function ofTasks(scope: BudgetScope, value: (scope: BudgetScope) => number): Measurement {
  const lack = whyNotReported(['longtask'], scope);
  if (lack !== null) return notMeasured(lack);
  return exactly(value(scope), () => taskOffenders(scope.longTasks));
}
