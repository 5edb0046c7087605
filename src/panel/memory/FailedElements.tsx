import { useState } from 'preact/hooks';
import { type Observer, whyNotObserved } from '../../analysis/metrics/metric-support.ts';
import type { FailedResourceObservation } from '../../model/observations.ts';
import { Link } from '../components/Link.tsx';
import { MoreButton } from '../components/MoreButton.tsx';
import { type Heading, TableHead } from '../components/TableHead.tsx';
import { inColumn } from '../format.ts';
import { ElementName } from '../in-page/ElementName.tsx';
import { usePointing } from '../in-page/use-pointing.ts';
import { plainText } from '../state/plain-text.ts';

const STEP = 20;

const HEADINGS: readonly Heading[] = [{ text: 'URL' }, { text: 'Element' }, { text: 'At', class: 'number' }];

interface Props {
  readonly observer: Observer;
  readonly failed: readonly FailedResourceObservation[];
  readonly origin: string;
}

/** Elements that wait in vain for what they ask for: images, scripts, style sheets and frames that could not be loaded. */
export function FailedElements({ failed, origin, observer }: Props) {
  const [limit, setLimit] = useState(STEP);
  return (
    <section class="section" aria-labelledby="failed-title">
      <h2 id="failed-title">Elements that could not load</h2>
      {failed.length === 0 ? (
        <p class="muted">{whyNotObserved(['failed-resource'], observer) ?? 'None.'}</p>
      ) : (
        <table class="table work-table failed-elements" data-testid="failed-elements">
          <TableHead headings={HEADINGS} />
          <tbody>
            {failed.slice(0, limit).map((failure, index) => (
              <FailedElement key={`${index} ${failure.name}`} failure={failure} origin={origin} />
            ))}
          </tbody>
        </table>
      )}
      <MoreButton shown={limit} total={failed.length} step={STEP} onMore={setLimit} />
    </section>
  );
}

interface RowProps {
  readonly failure: FailedResourceObservation;
  readonly origin: string;
}

/** One of them, which is outlined in the page while it is pointed at. */
function FailedElement({ failure: { name, element, initiatorType, startTime }, origin }: RowProps) {
  const pointing = usePointing([element], name);
  return (
    <tr class={pointing.inspect && 'pointing'} {...pointing.handlers}>
      <th scope="row">
        <span class="clamp">
          <Link url={name} origin={origin} />
        </span>
      </th>
      <td>
        {element === null ? (
          <code class="code">{plainText(initiatorType)}</code>
        ) : (
          <ElementName selector={element} pointing={pointing} />
        )}
      </td>
      <td class="number">{inColumn.ms(startTime)}</td>
    </tr>
  );
}
