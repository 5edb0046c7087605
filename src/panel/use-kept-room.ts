import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What to give to the element that keeps room. */
interface KeptRoom<Node extends HTMLElement> {
  readonly ref: RefObject<Node | null>;
  readonly style: { readonly minHeight?: string };
}

/**
 * Keeps the room that an element took the last time, by `name` in `rooms`, until it is complete: what is below it stays where it is
 * while its content comes bit by bit.
 */
export function useKeptRoom<Node extends HTMLElement>(
  rooms: Map<string, number>,
  name: string,
  isComplete: boolean,
): KeptRoom<Node> {
  const ref = useRef<Node>(null);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize;
      if (height) rooms.set(name, height);
    });
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [rooms, name]);

  const minHeight = isComplete ? undefined : rooms.get(name);
  return { ref, style: minHeight === undefined ? {} : { minHeight: `${minHeight}px` } };
}
