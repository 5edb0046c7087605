/** What the Tab key stops at. */
const TAB_STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** A part of a list, whose neighbours hold the same controls. */
const ITEM = 'li, tr';

/**
 * Keeps the keyboard's place. When what has the focus is taken away (a row is deleted, a notice answered, a list followed by another
 * view), browsers give the focus to nothing. It goes to the same control of the next item of the list instead, or the one before; else
 * to what comes next in the view; else to the view.
 */
export function keepFocus(root: Element): () => void {
  let focused: Element | null = null;

  function onFocusIn({ target }: Event): void {
    focused = target instanceof Element ? target : null;
  }

  function onFocusOut({ target }: Event): void {
    // Chromium tells of it before it takes the element away: only later is it known whether the user has gone elsewhere.
    queueMicrotask(() => {
      if (target === focused && focused?.isConnected && document.activeElement !== focused) focused = null;
    });
  }

  const observer = new MutationObserver((records) => {
    if (!focused || focused.isConnected || document.activeElement !== document.body || !document.hasFocus()) return;
    const lost = focused;
    focused = null;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)));
    if (record) (successor(record, lost) ?? document.getElementById('view'))?.focus();
  });

  root.addEventListener('focusin', onFocusIn);
  root.addEventListener('focusout', onFocusOut);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', onFocusIn);
    root.removeEventListener('focusout', onFocusOut);
    observer.disconnect();
  };
}

function successor(record: MutationRecord, lost: Element): HTMLElement | undefined {
  const { target, previousSibling, nextSibling } = record;
  const item = lost.closest(ITEM);
  if (item && !item.isConnected) {
    const place = tabStops(item).indexOf(lost as HTMLElement);
    const neighbour = [nextSibling, previousSibling].find((node) => node instanceof Element && node.matches(ITEM));
    const stop = neighbour instanceof Element && tabStops(neighbour)[place];
    if (stop) return stop;
  }
  const view = document.getElementById('view');
  const place = nextSibling ?? target;
  return view ? tabStops(view).find((stop) => isShown(stop) && follows(stop, place, nextSibling !== null)) : undefined;
}

/** Whether it stands after a place, which may be what comes next itself. */
function follows(stop: Element, place: Node, orIn: boolean): boolean {
  if (place.contains(stop)) return orIn;
  return (place.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isShown(stop: HTMLElement): boolean {
  return stop.checkVisibility({ visibilityProperty: true });
}

function tabStops(within: Element): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(TAB_STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(':disabled'),
  );
}
