import type { MetricRecord } from '../../model/metrics.ts';
import { METRIC_TITLES } from '../../model/metrics.ts';
import { formatMetric } from '../format.ts';
import { metricCaveat, metricVerdict } from '../state/metric-text.ts';
import { MetricAttribution } from './MetricAttribution.tsx';
import { ThresholdsBar } from './ThresholdsBar.tsx';
import { ToneLabel } from './ToneLabel.tsx';

interface Props {
  readonly metric: MetricRecord;
  readonly origin: string;
}

/** One vital: value, rating, where it lies between its thresholds, and what it points at. Its height is kept without a value. */
export function MetricCard({ metric, origin }: Props) {
  const { tone, text } = metricVerdict(metric);
  const caveat = metricCaveat(metric);
  return (
    <article
      class="metric"
      data-metric={metric.name}
      data-state={metric.state}
      data-rating={metric.rating ?? undefined}
    >
      <h3 class="metric-name">
        {metric.name}
        <span>{METRIC_TITLES[metric.name]}</span>
      </h3>
      <p class="metric-value" data-testid="value" data-empty={metric.value === null}>
        {formatMetric(metric)}
      </p>
      <p class="metric-verdict">
        <ToneLabel tone={tone} text={text} />
      </p>
      <ThresholdsBar metric={metric} />
      <div class="attribution">
        {caveat !== null && <p class="muted">{caveat}</p>}
        <MetricAttribution metric={metric} origin={origin} />
      </div>
    </article>
  );
}
