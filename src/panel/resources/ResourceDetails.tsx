import type { RefObject } from 'preact';
import type { Observer } from '../../analysis/metrics/metric-support.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { FindingItem } from '../components/FindingItem.tsx';
import { Link } from '../components/Link.tsx';
import { formatMs } from '../format.ts';
import { plainText } from '../state/plain-text.ts';
import { PhaseBars } from './PhaseBars.tsx';
import { ResourceActions } from './ResourceActions.tsx';
import { deliveryFacts, type Fact, headerFacts, requestFacts, sizeFacts } from './resource-facts.ts';
import type { ResourceFinding } from './resource-findings.ts';
import { ShownIn } from './ShownIn.tsx';

interface Props {
  readonly resource: ResourceRecord;
  readonly findings: readonly ResourceFinding[];
  readonly observer: Observer;
  readonly origin: string;
  readonly pane: RefObject<HTMLElement | null>;
  onClose(): void;
}

/** Everything known of one request. */
export function ResourceDetails({ resource, findings, observer, origin, pane, onClose }: Props) {
  const headers = headerFacts(resource);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Chrome's DevTools take an Escape of a panel to open their drawer.
    event.stopPropagation();
    onClose();
  }

  return (
    <aside
      ref={pane}
      class="details"
      aria-label="Details of the selected request"
      data-testid="resource-details"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div class="details-head">
        <h2>
          <Link url={resource.url} origin={origin} />
        </h2>
        <button type="button" class="icon-button" aria-label="Close details" onClick={onClose}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="m2 2 8 8m0-8-8 8" />
          </svg>
        </button>
      </div>
      <ResourceActions resource={resource} findings={findings} observer={observer} />
      <ShownIn resource={resource} />
      {findings.length > 0 && (
        <section data-testid="resource-findings">
          <h3>Findings</h3>
          <ul class="findings">
            {findings.map(({ finding }, index) => (
              <FindingItem key={`${index} ${finding.message}`} finding={finding} origin={origin} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>Time</h3>
        <PhaseBars resource={resource} />
      </section>
      <Facts title="Size" facts={sizeFacts(resource)} />
      <Facts title="Request" facts={requestFacts(resource, observer)} />
      <Facts title="Cache and connection" facts={deliveryFacts(resource)} />
      {resource.serverTiming.length > 0 && (
        <Facts
          title="Server timing"
          facts={resource.serverTiming.map(({ name, description, duration }) => [
            description || name,
            formatMs(duration),
          ])}
        />
      )}
      <Facts
        title="Response headers"
        facts={headers ?? []}
        none={
          headers === null
            ? 'Unknown: they are told while DevTools are open. Reload the page to have them.'
            : 'None of those that say how it is cached and sent.'
        }
      />
    </aside>
  );
}

interface FactsProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** What is said in the place of no facts. */
  readonly none?: string;
}

function Facts({ title, facts, none }: FactsProps) {
  return (
    <section>
      <h3>{title}</h3>
      {facts.length === 0 && <p class="muted">{none}</p>}
      <dl class="facts">
        {facts.map(([label, value]) => (
          <>
            <dt>{plainText(label)}</dt>
            <dd>{plainText(value)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
