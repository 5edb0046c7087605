import { useState } from 'preact/hooks';
import type { FailedResourceObservation } from '../../model/observations.ts';
import { Link } from '../components/Link.tsx';
import { MoreButton } from '../components/MoreButton.tsx';
import { formatMs } from '../format.ts';
import { plainText } from '../state/plain-text.ts';

const STEP = 20;

interface Props {
  readonly failed: readonly FailedResourceObservation[];
  readonly origin: string;
}

/** Elements that wait in vain for what they ask for: images, scripts, style sheets and frames that could not be loaded. */
export function FailedElements({ failed, origin }: Props) {
  const [limit, setLimit] = useState(STEP);
  return (
    <section class="section" aria-labelledby="failed-title">
      <h2 id="failed-title">Elements that could not load</h2>
      {failed.length === 0 ? (
        <p class="muted">None so far.</p>
      ) : (
        <table class="table work-table" data-testid="failed-elements">
          <thead>
            <tr>
              <th scope="col">URL</th>
              <th scope="col">Element</th>
              <th scope="col" class="number">
                At
              </th>
            </tr>
          </thead>
          <tbody>
            {failed.slice(0, limit).map(({ name, element, initiatorType, startTime }, index) => (
              <tr key={`${index} ${name}`}>
                <th scope="row">
                  <span class="clamp">
                    <Link url={name} origin={origin} />
                  </span>
                </th>
                <td>
                  <code class="code">{plainText(element ?? initiatorType)}</code>
                </td>
                <td class="number">{formatMs(startTime)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreButton shown={limit} total={failed.length} step={STEP} onMore={setLimit} />
    </section>
  );
}
