import { METRIC_THRESHOLDS } from '../../analysis/metrics/thresholds.ts';
import type { MetricRecord } from '../../model/metrics.ts';
import { formatLimitValue } from '../format.ts';
import { thresholdPosition } from '../state/threshold-position.ts';

const TONES = ['good', 'warn', 'error'] as const;

/** Good, needs improvement and poor as three equal stretches, with the value's place among them. */
export function ThresholdsBar({ metric }: { readonly metric: MetricRecord }) {
  const thresholds = METRIC_THRESHOLDS[metric.name];
  const unit = metric.name === 'CLS' ? 'score' : 'ms';
  const [good, poor] = thresholds.map((value) => formatLimitValue(value, unit));
  return (
    <div class="thresholds">
      {TONES.map((tone) => (
        <span class="threshold" data-tone={tone} key={tone} />
      ))}
      <span class="threshold-edge" aria-hidden="true">
        {good}
      </span>
      <span class="threshold-edge" aria-hidden="true">
        {poor}
      </span>
      <span class="visually-hidden">
        Good up to {good}, poor above {poor}
      </span>
      {metric.value !== null && (
        <span class="threshold-marker" style={{ left: `${100 * thresholdPosition(metric.value, thresholds)}%` }} />
      )}
    </div>
  );
}
