import type { MetricRecord } from '../../model/metrics.ts';
import { METRIC_TITLES } from '../../model/metrics.ts';
import { formatMetric } from '../format.ts';
import { metricCaveat, metricVerdict } from '../state/metric-text.ts';
import { ToneLabel } from './ToneLabel.tsx';

/** A metric beside the five vitals, in one line. */
export function MinorMetric({ metric }: { readonly metric: MetricRecord }) {
  const { tone, text } = metricVerdict(metric);
  return (
    <p
      class="minor-metric"
      title={metricCaveat(metric) ?? undefined}
      data-metric={metric.name}
      data-state={metric.state}
      data-rating={metric.rating ?? undefined}
    >
      <abbr title={METRIC_TITLES[metric.name]}>{metric.name}</abbr>
      <span class="value" data-testid="value">
        {formatMetric(metric)}
      </span>
      {metric.state === 'unsupported' && <span class="muted">{metric.stateReason}</span>}
      {metric.value !== null && <ToneLabel tone={tone} text={text} />}
    </p>
  );
}
