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
import { anchoredRow } from './anchored-row.ts';

/** Height of a row and of the header in CSS pixels; `--row` in tokens.css. */
export const ROW_HEIGHT = 24;

/** A list that is scrolled, of which only the rows in sight are drawn. */
export interface VirtualRows {
  readonly window: ReadonlySignal<VirtualWindow>;
  /** Of the part in sight, in CSS pixels. */
  readonly height: ReadonlySignal<number>;
  /** Rows that are in sight at a time, less one that keeps the thread. */
  pageSize(): number;
  onScroll(): void;
  /** Scrolls no further than it takes to have a row in sight. */
  reveal(row: number): void;
}

/** Where the list keeps how far it was scrolled, and tells the width of the part in sight, in CSS pixels. */
export interface Place {
  readonly positions: Map<string, number>;
  readonly key: string;
  readonly width: Signal<number>;
}

/**
 * Virtual rows in `scroller`, which begins where `positions` says under `key` and leaves its own there. When rows come or go above those
 * in sight, it is scrolled by as much, so that what one reads stands still; while `order` is another, it begins at the top.
 */
export function useVirtualRows<T extends object>(
  scroller: RefObject<HTMLElement | null>,
  rows: ReadonlySignal<readonly T[]>,
  order: string,
  { positions, key, width }: Place,
): VirtualRows {
  const scrollTop = useSignal(positions.get(key) ?? 0);
  const height = useSignal(600);
  const geometry = (): ListGeometry => ({
    scrollTop: scrollTop.value,
    viewportHeight: height.value,
    rowHeight: ROW_HEIGHT,
    rowCount: rows.value.length,
  });
  const kept = useRef<VirtualWindow | null>(null);
  const window = useComputed(() => {
    const next = virtualWindow(geometry());
    if (!kept.current || !isSameWindow(kept.current, next)) kept.current = next;
    return kept.current;
  });
  const before = useRef({ rows: rows.value, order, key });

  function scrollTo(top: number): void {
    scroller.current?.scrollTo({ top });
    scrollTop.value = scroller.current?.scrollTop ?? top;
  }

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      height.value = element.clientHeight;
      width.value = element.clientWidth;
    };
    measure();
    element.scrollTop = scrollTop.value;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const { rows: old, order: oldOrder, key: oldKey } = before.current;
    before.current = { rows: rows.value, order, key };
    if (oldKey !== key) scrollTo(positions.get(key) ?? 0);
    else if (oldOrder !== order) scrollTo(0);
    else if (old !== rows.value) scrollTo(anchoredRow(old, rows.value, scrollTop.value / ROW_HEIGHT) * ROW_HEIGHT);
  });

  useEffect(() => () => void positions.set(key, scrollTop.value), [key]);

  return {
    window,
    height,
    pageSize: () => Math.max(1, Math.floor(height.value / ROW_HEIGHT) - 2),
    onScroll() {
      scrollTop.value = scroller.current?.scrollTop ?? 0;
    },
    reveal: (row) => scrollTo(scrollToRow(row, geometry(), ROW_HEIGHT)),
  };
}
