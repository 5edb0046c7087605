import { composedElements } from './composed-tree.ts';
import { hasBackground, showsUrl } from './shown-url.ts';

/** Elements that a file can be seen in, other than by their background. */
const SHOWING = /^(img|image|video|iframe|frame|embed|object|input)$/;

/** The style of more would take the page so long that its own log told of a long task. */
const MAX_STYLED = 5000;

/** Elements of this document that show a file, also in shadow trees; those with it as their background where no others are. */
export function findShowing(url: string): readonly Element[] {
  const elements = composedElements();
  const showing = elements.filter((element) => SHOWING.test(element.localName) && showsUrl(element, url));
  return showing.length > 0 ? showing : elements.slice(0, MAX_STYLED).filter((element) => hasBackground(element, url));
}
