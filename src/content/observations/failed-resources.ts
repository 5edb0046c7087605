import { boundedUrl } from '../../channel/clean-text.ts';
import { selectorOf } from '../selector.ts';
import type { Note } from './note.ts';

/** Where elements that load something keep its URL; SVG's `href` is an object and has none to give. */
type Loading = Element & { readonly [member in 'currentSrc' | 'src' | 'href' | 'data']?: unknown };

/** Notes elements whose resource failed to load. Script errors do not come this way: their target is the window. */
export function watchFailedResources(note: Note, signal: AbortSignal): void {
  addEventListener(
    'error',
    ({ target, isTrusted }) => {
      if (!isTrusted || !(target instanceof Element)) return;
      const { currentSrc, src, href, data } = target as Loading;
      const url = [currentSrc, src, href, data].find((value) => value && typeof value === 'string');
      const members = { initiatorType: target.localName, element: selectorOf(target) };
      note('failed-resource', boundedUrl(String(url ?? '')), members);
    },
    { capture: true, signal },
  );
}
