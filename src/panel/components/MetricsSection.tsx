import { useState } from 'preact/hooks';
import type { ViewAnalysis } from '../../model/analysis.ts';
import { VITAL_NAMES } from '../../model/metrics.ts';
import { relativeUrl } from '../state/url-text.ts';
import { VIEW_KINDS } from '../state/view-kind.ts';
import { MetricCard } from './MetricCard.tsx';
import { MinorMetric } from './MinorMetric.tsx';

interface Props {
  readonly views: readonly ViewAnalysis[];
  readonly origin: string;
}

/** The metrics of one view: the five vitals as cards, the others in a line. The load itself is shown unless another is picked. */
export function MetricsSection({ views, origin }: Props) {
  const [picked, setPicked] = useState<string | null>(null);
  const view = views.find((candidate) => candidate.viewId === picked) ?? views[0];
  const vitals: readonly string[] = VITAL_NAMES;
  return (
    <section class="section" aria-labelledby="metrics-title">
      <div class="section-head">
        <h2 id="metrics-title">Vitals</h2>
        {views.length > 1 && (
          <select
            class="select"
            aria-label="View whose vitals are shown"
            value={view?.viewId}
            onChange={(event) => setPicked(event.currentTarget.value)}
          >
            {views.map(({ viewId, kind, url }) => (
              <option key={viewId} value={viewId}>
                {relativeUrl(url, origin)} ({VIEW_KINDS[kind]})
              </option>
            ))}
          </select>
        )}
      </div>
      <div class="metrics">
        {view?.metrics
          .filter((metric) => vitals.includes(metric.name))
          .map((metric) => (
            <MetricCard key={metric.name} metric={metric} origin={origin} />
          ))}
      </div>
      <div class="minor-metrics">
        {view?.metrics
          .filter((metric) => !vitals.includes(metric.name))
          .map((metric) => (
            <MinorMetric key={metric.name} metric={metric} />
          ))}
      </div>
    </section>
  );
}
