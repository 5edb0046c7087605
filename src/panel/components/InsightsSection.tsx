import type { Insight, InsightStatus } from '../../model/insights.ts';
import { InsightItem } from './InsightItem.tsx';

const STATUS_ORDER: readonly InsightStatus[] = ['fail', 'error', 'informative', 'not-measured', 'pass'];

interface Props {
  readonly insights: readonly Insight[];
  readonly origin: string;
}

/** What the rules found, failed ones first. */
export function InsightsSection({ insights, origin }: Props) {
  const sorted = insights.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  return (
    <section class="section" aria-labelledby="insights-title">
      <h2 id="insights-title">Insights</h2>
      {sorted.map((insight) => (
        <InsightItem key={insight.id} insight={insight} origin={origin} />
      ))}
    </section>
  );
}
