import type { OutlineTarget } from '../model/outline.ts';
import { selectorOf } from './selector.ts';
import { showsUrl } from './shown-url.ts';

/** The element that a selector of ours means, and how many fit it. */
export interface FoundElement {
  readonly element: Element | null;
  readonly matches: number;
}

/**
 * Finds an element of this document by what the collector called it: what shows `url`, or the first that fits. Not in shadow trees:
 * browsers name no element of theirs, so one that fits there is another.
 */
export function findElement(selector: string, url: OutlineTarget['url']): FoundElement {
  // Text that moved has no box of its own to outline; its element has.
  const elements = elementsOf(selector.replace(/>?(TEXT|COMMENT)$/, ''));
  const showing = elements.filter((element) => url !== null && showsUrl(element, url));
  const fitting = showing.length > 0 ? showing : elements;
  return { element: fitting[0] ?? null, matches: fitting.length };
}

function elementsOf(selector: string): readonly Element[] {
  const matched = queryAll(selector);
  return matched.length > 0 ? matched : namedSo(selector);
}

/** Ours are no CSS where a page's names hold characters that CSS wants escaped; it may throw. */
function queryAll(selector: string): readonly Element[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** The elements that the collector would call so now. */
function namedSo(selector: string): readonly Element[] {
  const id = /^#(.*)$/s.exec(selector)?.[1];
  const element = id === undefined ? null : document.getElementById(id);
  if (element) return [element];
  // A class may hold a ">" too, so any of these may be the tag of the last element; most likely the last.
  const tags = [...selector.matchAll(/(?:^|>)([a-z][\w-]*)/gi)].map(([, tag = '']) => tag);
  for (const tag of new Set(tags.reverse())) {
    const named = [...document.getElementsByTagName(tag)].filter((candidate) => selectorOf(candidate) === selector);
    if (named.length > 0) return named;
  }
  return [];
}
