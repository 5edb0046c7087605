import type { MetricRecord } from '../../model/metrics.ts';
import { type AttributionFact, attributionFacts, attributionParts } from '../state/attribution.ts';
import { plainText } from '../state/plain-text.ts';
import { Link } from './Link.tsx';
import { PartsBar } from './PartsBar.tsx';

interface Props {
  readonly metric: MetricRecord;
  readonly origin: string;
}

/** Why a metric is what it is: the element and resource it points at, and its parts in the order of time. */
export function MetricAttribution({ metric, origin }: Props) {
  const facts = attributionFacts(metric);
  const parts = attributionParts(metric);
  return (
    <>
      {facts.map((fact) => (
        <p class="attribution-fact clamp" key={fact.label} title={fact.value}>
          <span class="muted">{fact.label} </span>
          <FactValue fact={fact} origin={origin} />
        </p>
      ))}
      {parts.length > 0 && <PartsBar parts={parts} />}
    </>
  );
}

function FactValue({ fact, origin }: { readonly fact: AttributionFact; readonly origin: string }) {
  if (fact.kind === 'url') return <Link url={fact.value} origin={origin} />;
  return fact.kind === 'selector' ? (
    <code class="code">{plainText(fact.value)}</code>
  ) : (
    <span>{plainText(fact.value)}</span>
  );
}
