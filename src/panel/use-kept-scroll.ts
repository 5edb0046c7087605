import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** An element that begins where it was scrolled to the last time that it held what `key` names, as `positions` remembers. */
export function useKeptScroll<Node extends HTMLElement>(
  positions: Map<string, number>,
  key: string,
): RefObject<Node | null> {
  const ref = useRef<Node>(null);

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    element.scrollTop = positions.get(key) ?? 0;
    const keep = () => void positions.set(key, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [key]);

  return ref;
}
