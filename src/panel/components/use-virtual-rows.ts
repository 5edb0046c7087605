import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import {
  isSameWindow,
  type ListGeometry,
  scrollToRow,
  type VirtualWindow,
  virtualWindow,
} from '../state/virtual-window.ts';

interface Options {
  readonly rowCount: ReadonlySignal<number>;
  /** Height of a row and of the header in CSS pixels. */
  readonly rowHeight: number;
  /** Where it was scrolled to; kept there when the list is shown again. */
  readonly scrollTop: Signal<number>;
}

/** A scrolled list that draws only the rows in sight. */
export interface VirtualRows {
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly bounds: ReadonlySignal<VirtualWindow>;
  onScroll(): void;
  /** Rows that a page key goes by. */
  pageRows(): number;
  /** Brings a row wholly into sight. */
  reveal(row: number): void;
}

export function useVirtualRows({ rowCount, rowHeight, scrollTop }: Options): VirtualRows {
  const scroller = useRef<HTMLDivElement>(null);
  const viewportHeight = useSignal(600);
  const kept = useRef<VirtualWindow | null>(null);
  const geometry = (): ListGeometry => ({
    scrollTop: scrollTop.value,
    viewportHeight: viewportHeight.value,
    rowHeight,
    rowCount: rowCount.value,
  });
  const bounds = useComputed(() => {
    const next = virtualWindow(geometry());
    if (!kept.current || !isSameWindow(kept.current, next)) kept.current = next;
    return kept.current;
  });

  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = scrollTop.peek();
  }, [scrollTop]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      viewportHeight.value = element.clientHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [viewportHeight]);

  return {
    scroller,
    bounds,
    onScroll() {
      scrollTop.value = scroller.current?.scrollTop ?? 0;
    },
    pageRows: () => Math.max(1, Math.floor(viewportHeight.value / rowHeight) - 2),
    reveal: (row) => scroller.current?.scrollTo({ top: scrollToRow(row, geometry(), rowHeight) }),
  };
}
