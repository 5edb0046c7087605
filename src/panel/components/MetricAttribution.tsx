import { formatMs } from '../../analysis/format.ts';
import type { MetricRecord } from '../../model/metrics.ts';
import { type AttributionFact, attributionFacts, attributionParts } from '../state/attribution.ts';
import { plainText } from '../state/plain-text.ts';
import { Link } from './Link.tsx';

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
      {parts.length > 0 && (
        <>
          <div class="parts-bar" aria-hidden="true">
            {parts.map((part) => (
              <span class="part" key={part.label} style={{ flex: `${Math.max(0, part.duration)} 0 0` }} />
            ))}
          </div>
          <ul class="parts-list">
            {parts.map((part) => (
              <li class="part" key={part.label}>
                <span class="muted">{part.label}</span>
                <span class="number">{formatMs(part.duration)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
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
