import type { Selector } from '../model/entries.ts';

const MAX_SELECTOR = 100;

/** Entries come in runs about the same nodes; a page may rename them meanwhile, so what is known lasts one flush. */
let known = new WeakMap<Node, Selector>();

/** To be called when a flush begins: selectors are made anew. */
export function forgetSelectors(): void {
  known = new WeakMap();
}

/**
 * A short CSS selector that lets a developer find the node: from its id or its nearest ancestor with one, at most 100
 * characters, in the form that web-vitals' attribution uses. Null for no node.
 */
export function selectorOf(node: Node | null | undefined): Selector {
  if (!node) return null;
  let selector = known.get(node);
  if (selector === undefined) {
    selector = pathOf(node);
    known.set(node, selector);
  }
  return selector;
}

function pathOf(node: Node): Selector {
  let selector = '';
  let current: Node | null = node;
  while (current && current !== document) {
    const part = partOf(current);
    if (selector.length + part.length >= MAX_SELECTOR) return selector || part.slice(0, MAX_SELECTOR);
    selector = selector ? `${part}>${selector}` : part;
    if (part.startsWith('#')) break;
    current = current.parentNode;
  }
  return selector || null;
}

function partOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeName.replace(/^#/, '').toUpperCase();
  // A form control named "id" or "classList" hides the property, so ask for the attributes.
  const id = node.getAttribute('id');
  if (id) return `#${id}`;
  const classes = (node.getAttribute('class') ?? '').split(/\s+/).filter(Boolean).sort();
  return [node.localName, ...classes].join('.');
}
