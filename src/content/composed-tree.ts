import { FOR_FIREFOX } from './for-firefox.ts';

/** Elements that may have a shadow tree, besides custom ones (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const HOSTS = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** Chrome gives closed shadow trees to extensions by an API of its own, Firefox by a member of elements. */
declare const chrome: { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
interface MaybeHost {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** All elements of the document, with those in its shadow trees, open and closed. */
export function composedElements(root: Document | ShadowRoot = document): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const shadow = shadowRootOf(element);
    return shadow ? [element, ...composedElements(shadow)] : [element];
  });
}

/** The shadow tree that an element is in; null in the light tree. */
export function shadowRootAround(element: Element): ShadowRoot | null {
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root : null;
}

function shadowRootOf(element: Element): ShadowRoot | null {
  if (!HOSTS.test(element.localName)) return null;
  // Mozilla's linter warns of the other way even where it is not taken.
  if (FOR_FIREFOX) return (element as MaybeHost).openOrClosedShadowRoot ?? null;
  try {
    return chrome.dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    // SVG and MathML have elements of these names that are no HTML elements.
    return null;
  }
}
