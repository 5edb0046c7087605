import { hidePart } from './markers.ts';
import type { Tagger } from './tag.ts';
import { isUiWord } from './ui-words.ts';
import { camelWords } from './words.ts';

/** Element names of HTML and the usual ones of SVG; any other name could have been made from data. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption circle cite code col colgroup data
  datalist dd defs del details dfn dialog div dl dt ellipse em embed fieldset figcaption figure footer foreignobject form g h1 h2 h3 h4 h5
  h6 head header hgroup hr html i iframe img image input ins kbd label legend li line link main map mark menu meta meter nav noscript
  object ol optgroup option output p path picture polygon polyline pre progress q rect rp rt ruby s samp script search section select
  slot small source span strong style sub summary sup svg symbol table tbody td template text textarea tfoot th thead time title tr
  track u ul use var video wbr`.split(/\s+/),
);
const ATTRIBUTE = /\[[^\]"']*(?:"[^"]*"|'[^']*')?[^\]]*\]/g;
const PIECE =
  /(#\{id:[0-9a-f]{8}\})|([#.])((?:\\.|[\p{L}\p{N}_-])+)|:(nth-(?:last-)?(?:child|of-type))\((\d{1,4})\)|:(first|last|only)-(child|of-type)/gu;
const CUSTOM_ELEMENT = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/i;
const MAX_NUMBER = 3;

/**
 * The selector built anew from what it may say: element names, `:nth-*`, and ids and classes made of words of user interfaces
 * (`div.promo-banner`). Any other id becomes `#{id:<tag>}`, so that elements can still be told apart; all else, text and
 * attributes above all, is left out.
 */
export function redactSelector(selector: string, tag: Tagger): string {
  return selector
    .replace(ATTRIBUTE, '')
    .split(/\s*([>+~])\s*|\s+/)
    .filter((part) => part !== undefined && part !== '')
    .reduce(
      (text, part) => (/^[>+~]$/.test(part) ? `${text}${part}` : joinCompound(text, redactCompound(part, tag))),
      '',
    );
}

/** True for a name of an HTML or SVG element, in any case. */
export function isElementName(name: string): boolean {
  return ELEMENTS.has(name.toLowerCase());
}

/** True when a class name, id or custom element name is made of words of user interfaces and short numbers alone. */
export function isInterfaceName(name: string): boolean {
  const words = name.split(/[-_]+/).flatMap((piece) => (piece === piece.toUpperCase() ? [piece] : camelWords(piece)));
  return words.length > 0 && /^[A-Za-z0-9]+(?:[_-]+[A-Za-z0-9]+)*$/.test(name) && words.every(isHarmless);
}

function isHarmless(word: string): boolean {
  return word === '' || isUiWord(word) || isElementName(word) || (/^\d+$/.test(word) && word.length <= MAX_NUMBER);
}

function joinCompound(text: string, compound: string): string {
  return text === '' || /[>+~]$/.test(text) ? text + compound : `${text} ${compound}`;
}

function redactCompound(compound: string, tag: Tagger): string {
  const name = /^[a-z][\w-]*/i.exec(compound)?.[0] ?? '';
  const kept = isElementName(name) || (CUSTOM_ELEMENT.test(name) && isInterfaceName(name)) ? name : '';
  const pieces = [...compound.slice(name.length).matchAll(PIECE)].map(
    ([, hidden, mark, label = '', nth, index, edge, of]) => {
      if (hidden !== undefined) return hidden;
      if (mark === undefined) return nth === undefined ? `:${edge}-${of}` : `:${nth}(${index})`;
      if (isInterfaceName(label)) return mark + label;
      return mark === '#' ? `#${hidePart('id', label, tag)}` : '';
    },
  );
  return kept + pieces.join('') || '*';
}
