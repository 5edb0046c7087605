import type { HarPage } from '../../model/har-page.ts';
import { METRIC_NAMES, type MetricRecord } from '../../model/metrics.ts';
import { rate } from './thresholds.ts';

/** The metrics that a HAR file tells of a page, in the order of METRIC_NAMES. What it does not tell has no data, whatever the browser. */
export function harMetrics({ metrics }: HarPage): readonly MetricRecord[] {
  return METRIC_NAMES.map((name): MetricRecord => {
    const told = metrics[name];
    if (!told) {
      const stateReason = `The HAR file does not tell ${name}.`;
      return { name, value: null, rating: null, state: 'no-data', stateReason, final: true, attribution: {} };
    }
    const { value, attribution } = told;
    return { name, value, rating: rate(name, value), state: 'measured', stateReason: null, final: true, attribution };
  });
}
