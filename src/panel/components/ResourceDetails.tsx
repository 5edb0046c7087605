import type { ResourceRecord } from '../../model/resources.ts';
import { formatMs } from '../format.ts';
import { deliveryFacts, type Fact, requestFacts, sizeFacts } from '../state/resource-facts.ts';
import { Link } from './Link.tsx';
import { PhaseBars } from './PhaseBars.tsx';

interface Props {
  readonly resource: ResourceRecord;
  readonly origin: string;
  onClose(): void;
}

/** Everything known of one request. */
export function ResourceDetails({ resource, origin, onClose }: Props) {
  return (
    <aside class="details" aria-label="Details of the selected request" data-testid="resource-details">
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
      <section>
        <h3>Time</h3>
        <PhaseBars resource={resource} />
      </section>
      <Facts title="Size" facts={sizeFacts(resource)} />
      <Facts title="Request" facts={requestFacts(resource)} />
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
    </aside>
  );
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
