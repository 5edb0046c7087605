import { boundedText, boundedUrl } from '../clean-text.ts';
import type { Note } from './note.ts';

/** Heads with more than this are made by machines, and say nothing new after it. */
const MAX_LINKS = 200;
/** preload, modulepreload, prefetch, dns-prefetch, preconnect, stylesheet. */
const RELS = /pre(load|fetch|connect)|stylesheet/;
const HINTS = ['as', 'crossOrigin', 'media', 'fetchPriority'] as const;

/** Notes the links of the head that make the browser load or connect, and the scripts there that block the parser. */
export function noteHeadLinks(note: Note): void {
  const elements = document.head?.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel],script[src]') ?? [];
  for (const element of [...elements].slice(0, MAX_LINKS)) {
    const script = element instanceof HTMLScriptElement;
    if (script ? !blocksParser(element) : !RELS.test(element.rel)) continue;
    const hints: { [hint in (typeof HINTS)[number]]?: string } = {};
    for (const hint of HINTS) {
      const value: unknown = Reflect.get(element, hint);
      if (value) hints[hint] = boundedText(String(value));
    }
    const rel = script ? 'script' : boundedText(element.rel);
    note('link', boundedUrl(script ? element.src : element.href), { rel, ...hints });
  }
}

/** Scripts that a script inserted are `async` unless they say otherwise. */
function blocksParser({ async, defer, noModule, type }: HTMLScriptElement): boolean {
  return !async && !defer && !noModule && type !== 'module';
}
