import { plainText } from '../state/plain-text.ts';
import { ElementActions } from './ElementActions.tsx';
import type { Pointing } from './use-pointing.ts';

/** Selectors of the collector are shorter; one from a file may be of any length, and the tooltip has all of it. */
const SHOWN = 200;

interface Props {
  readonly selector: string;
  readonly inspect: Pointing['inspect'];
}

/** An element of the page by its selector, with what can be done with it. */
export function ElementName({ selector, inspect }: Props) {
  return (
    <span class="element-name">
      <code class="code" title={selector}>
        {plainText(selector.length > SHOWN ? `${selector.slice(0, SHOWN)}…` : selector)}
      </code>
      <ElementActions selector={selector} inspect={inspect} />
    </span>
  );
}
