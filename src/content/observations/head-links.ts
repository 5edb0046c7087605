import { boundedUrl } from '../../channel/clean-text.ts';
import type { Note } from './note.ts';

/** Heads with more than this are made by machines, and say nothing new after it. */
const MAX_LINKS = 200;
/** No hint that a browser understands is longer. */
const MAX_HINT = 200;
/** preload, modulepreload, prefetch, dns-prefetch, preconnect, stylesheet. */
const RELS = /pre(load|fetch|connect)|stylesheet/;
const HINTS = ['as', 'crossOrigin', 'media', 'fetchPriority'] as const;

/** A link or a script, whichever has the member. */
type LinkOrScript = Partial<Omit<HTMLLinkElement, 'type'> & HTMLScriptElement>;

/** Notes the links of the head that make the browser load or connect, and the scripts there that block the parser. */
export function noteHeadLinks(note: Note): void {
  const elements: Iterable<LinkOrScript> = document.head?.querySelectorAll('link[rel],script[src]') ?? [];
  for (const element of [...elements].slice(0, MAX_LINKS)) {
    const { rel, href, src = '', async, defer, noModule, type } = element;
    // Scripts that a script inserted are `async` unless they say otherwise.
    if (rel === undefined ? async || defer || noModule || type === 'module' : !RELS.test(rel)) continue;
    const hints: { [hint in (typeof HINTS)[number]]?: string } = {};
    for (const hint of HINTS) {
      const value = element[hint];
      if (value) hints[hint] = value.slice(0, MAX_HINT);
    }
    note('link', boundedUrl(href ?? src), { rel: rel?.slice(0, MAX_HINT) ?? 'script', ...hints });
  }
}
