import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** An element that begins where it was scrolled to the last time that it held what `key` names, as `positions` remembers. */
export function useKeptScroll<Node extends HTMLElement>(
  positions: Map<string, number>,
  key: string,
): RefObject<Node | null> {
  const ref = useRef<Node>(null);
  const known = useRef<{ readonly element: Node; top: number } | null>(null);

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const at = known.current?.element === element ? known.current : { element, top: 0 };
    known.current = at;
    const wanted = positions.get(key) ?? 0;
    // Set where it is already, it would have the browser lay out at once what is not complete yet.
    if (at.top !== wanted) {
      element.scrollTop = wanted;
      at.top = wanted;
    }
    const keep = () => {
      at.top = element.scrollTop;
      positions.set(key, at.top);
    };
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [key]);

  return ref;
}
