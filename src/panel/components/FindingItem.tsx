import type { Finding } from '../../model/insights.ts';
import { formatBytes, formatMs } from '../format.ts';
import { ElementName } from '../in-page/ElementName.tsx';
import { usePointing } from '../in-page/use-pointing.ts';
import { plainText } from '../state/plain-text.ts';
import { TONE_OF_SEVERITY } from '../state/tone.ts';
import { Link } from './Link.tsx';
import { Mark } from './Mark.tsx';

interface Props {
  readonly finding: Finding;
  readonly origin: string;
}

/** One finding: what it says, then what it points at, which is outlined in the page meanwhile. */
export function FindingItem({ finding, origin }: Props) {
  const { message, severity, url, selector, script, startTime, savings } = finding;
  const pointing = usePointing([selector ?? null], url);
  return (
    <li
      class={pointing.inspect && selector !== undefined ? 'finding pointing' : 'finding'}
      data-testid="finding"
      data-url={url}
      data-severity={severity}
      {...pointing.handlers}
    >
      <Mark tone={TONE_OF_SEVERITY[severity]} />
      <p class="clamp" title={message}>
        <span class="visually-hidden">{severity} severity: </span>
        {plainText(message)}
      </p>
      <div class="finding-facts">
        {url !== undefined && <Link url={url} origin={origin} />}
        {selector !== undefined && <ElementName selector={selector} pointing={pointing} />}
        {script !== undefined && (
          <span>
            {plainText(script.functionName) || '(anonymous)'} in <Link url={script.url} origin={origin} />
          </span>
        )}
        {startTime !== undefined && startTime > 0 && <span>at {formatMs(startTime)}</span>}
        {savings?.bytes !== undefined && <span>could save {formatBytes(savings.bytes)}</span>}
        {savings?.ms !== undefined && <span>could save {formatMs(savings.ms)}</span>}
      </div>
    </li>
  );
}
