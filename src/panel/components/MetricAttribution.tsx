import type { MetricRecord } from '../../model/metrics.ts';
import { ElementName } from '../in-page/ElementName.tsx';
import { usePointing } from '../in-page/use-pointing.ts';
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
      {facts.map((fact) =>
        fact.kind === 'selector' || fact.kind === 'unnamed' ? (
          <ElementFact key={fact.label} fact={fact} url={urlOf(facts)} />
        ) : (
          <p class="attribution-fact clamp" key={fact.label} title={fact.value}>
            <span class="muted">{fact.label} </span>
            {fact.kind === 'url' ? <Link url={fact.value} origin={origin} /> : <span>{plainText(fact.value)}</span>}
          </p>
        ),
      )}
      {parts.length > 0 && <PartsBar parts={parts} />}
    </>
  );
}

/** An element, which is outlined in the page while it is pointed at. */
function ElementFact({ fact, url }: { readonly fact: AttributionFact; readonly url: string | null }) {
  const selector = fact.kind === 'selector' ? fact.value : null;
  const pointing = usePointing([selector], url);
  return (
    <p class={pointing.inspect ? 'attribution-fact pointing' : 'attribution-fact'} {...pointing.handlers}>
      <span class="muted">{fact.label} </span>
      <ElementName selector={selector} pointing={pointing} />
    </p>
  );
}

/** What the element shows. */
function urlOf(facts: readonly AttributionFact[]): string | null {
  return facts.find(({ kind }) => kind === 'url')?.value ?? null;
}
