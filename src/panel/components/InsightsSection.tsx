import type { Insight, InsightStatus } from '../../model/insights.ts';
import { counted } from '../format.ts';
import { inReadingOrder } from '../state/insight-order.ts';
import { TONE_OF_STATUS } from '../state/tone.ts';
import { Chevron } from './Chevron.tsx';
import { InsightItem, STATUS_TEXT } from './InsightItem.tsx';
import { ToneLabel } from './ToneLabel.tsx';

/** Rules with nothing to say are one line until it is opened. */
const GROUPED: readonly InsightStatus[] = ['not-measured', 'pass'];

interface Props {
  readonly insights: readonly Insight[];
  readonly origin: string;
}

/** What the rules found, the worst first. */
export function InsightsSection({ insights, origin }: Props) {
  const sorted = inReadingOrder(insights);
  return (
    <section class="section" aria-labelledby="insights-title">
      <h2 id="insights-title">Insights</h2>
      <InsightItems insights={sorted.filter(({ status }) => !GROUPED.includes(status))} origin={origin} />
      {GROUPED.map((status) => (
        <InsightGroup
          key={status}
          status={status}
          insights={sorted.filter((insight) => insight.status === status)}
          origin={origin}
        />
      ))}
    </section>
  );
}

function InsightGroup({ status, insights, origin }: Props & { readonly status: InsightStatus }) {
  if (insights.length === 0) return null;
  return (
    <details class="insight-group" data-status={status}>
      <summary>
        <Chevron />
        <h3>{counted(insights.length, 'rule')}</h3>
        <span />
        <ToneLabel tone={TONE_OF_STATUS[status]} text={STATUS_TEXT[status]} />
      </summary>
      <InsightItems insights={insights} origin={origin} />
    </details>
  );
}

function InsightItems({ insights, origin }: Props) {
  return (
    <>
      {insights.map((insight) => (
        <InsightItem key={insight.id} insight={insight} origin={origin} />
      ))}
    </>
  );
}
