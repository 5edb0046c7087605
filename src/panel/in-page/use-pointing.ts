import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { usePanel } from '../state/panel-context.ts';
import type { PagePointer } from './page-pointer.ts';

/** Null where there is no page to point into. */
export const PagePointerContext = createContext<PagePointer | null>(null);

/** What is spread on an element of the panel, so that elements of the page are outlined while it is hovered or has the focus. */
export interface PointingHandlers {
  onMouseEnter?(): void;
  onMouseLeave?(): void;
  onFocusIn?(): void;
  onFocusOut?(): void;
}

/** Elements of the page load that is shown, and how to point at them. */
export interface Pointing {
  readonly handlers: PointingHandlers;
  /** Shows the first of them in DevTools' own view of the document; absent where there is no page. */
  inspect?(): void;
  /** The selector of the first of them as it is in the page now; null: not found. */
  find?(): Promise<string | null>;
}

/**
 * Pointing at elements by their selectors; null ones are elements that the browser did not tell. Where it told none, at those that
 * show the file of that URL.
 */
export function usePointing(selectors: readonly (string | null)[], url: string | null = null): Pointing {
  const pointer = useContext(PagePointerContext);
  const { current, figures } = usePanel();
  const isMine = useRef(false);
  const known = selectors.filter((selector) => selector !== null);
  const pageLoad = current.value;
  const isNone = known.length === 0 && url === null;
  const pageLoadId = pageLoad?.pageLoadId ?? '';
  const pointed = () => ({ pageLoadId, selectors: known, url, resources: figures.peek()?.analysis.resources ?? [] });

  function leave(): void {
    if (isMine.current) pointer?.leave();
    isMine.current = false;
  }

  useEffect(() => leave, []);
  // What is hovered stays where it is when the list around it grows, and may name another element then.
  useEffect(() => {
    if (!isMine.current) return;
    if (isNone) leave();
    else point('now');
  }, [known.join('\n'), url]);

  function point(how: 'now' | 'hovering'): void {
    isMine.current = true;
    pointer?.point(pointed(), how);
  }

  // What was left, or is in a file, is in no tab.
  if (pointer === null || pageLoad?.state !== 'open' || isNone) return { handlers: {} };

  return {
    handlers: {
      onMouseEnter: () => point('hovering'),
      onMouseLeave: leave,
      onFocusIn: () => point('now'),
      onFocusOut: leave,
    },
    inspect: () => void pointer.inspect(pointed()),
    find: () => pointer.find(pointed()),
  };
}
