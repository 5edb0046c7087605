import { UNNAMED_ELEMENT } from '../../analysis/unnamed-element.ts';
import { plainText } from '../state/plain-text.ts';
import { ElementActions } from './ElementActions.tsx';
import type { Pointing } from './use-pointing.ts';

/** Selectors of the collector are shorter; one from a file may be of any length, and the tooltip has all of it. */
const SHOWN = 200;

interface Props {
  /** Null for an element that the browser did not tell. */
  readonly selector: string | null;
  readonly pointing: Pointing;
}

/** An element of the page by its selector, with what can be done with it. */
export function ElementName({ selector, pointing }: Props) {
  return (
    <span class="element-name">
      {selector === null ? (
        UNNAMED_ELEMENT
      ) : (
        <code class="code" title={selector}>
          {stepsOf(plainText(selector.length > SHOWN ? `${selector.slice(0, SHOWN)}…` : selector))}
        </code>
      )}
      {(selector !== null || pointing.find) && <ElementActions selector={selector} pointing={pointing} />}
    </span>
  );
}

/** A selector whose lines end after a combinator, where they can. */
function stepsOf(selector: string) {
  return selector.split(/(?<=>)/).map((step, index) => (index === 0 ? step : [<wbr key={index} />, step]));
}
