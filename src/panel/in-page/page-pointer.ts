import { type ReadonlySignal, signal } from '@preact/signals';
import type { OutlineResult, OutlineTarget } from '../../model/outline.ts';
import type { SessionSource } from '../session-source.ts';
import { outlineText } from './outline-text.ts';

/** A pointer that only passes over is not meant. */
const HOVER_MS = 80;

/** Points at elements in the page, one target at a time, from what the panel says of them. */
export interface PagePointer {
  /** What became of it, in words; null while nothing is pointed at. */
  readonly note: ReadonlySignal<PointerNote | null>;
  /** Outlines the target at once, or when the pointer rests on it. */
  point(target: OutlineTarget, how: 'now' | 'hovering'): void;
  /** Nothing is pointed at any more. */
  leave(): void;
  /** Shows the first element in DevTools' own view of the document. */
  inspect(target: OutlineTarget): Promise<void>;
}

export interface PointerNote {
  readonly text: string;
  /** Whether it is as the user wants it, so that only a screen reader has to say so. */
  readonly isFine: boolean;
}

/** Null where there is no page behind the panel. */
export function createPagePointer(source: Pick<SessionSource, 'outline' | 'inspectOutlined'>): PagePointer | null {
  const { outline, inspectOutlined } = source;
  if (!outline) return null;
  const note = signal<PointerNote | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointing = false;

  async function show(target: OutlineTarget): Promise<OutlineResult | null> {
    clearTimeout(timer);
    pointing = true;
    const result = await outline?.(target);
    if (!result) return null;
    note.value = { text: outlineText(result, target.selectors.length), isFine: result.state === 'outlined' };
    return result;
  }

  function leave(): void {
    clearTimeout(timer);
    if (!pointing) return;
    pointing = false;
    note.value = null;
    void outline?.(null);
  }

  return {
    note,
    leave,
    point(target, how) {
      clearTimeout(timer);
      if (how === 'now') void show(target);
      else timer = setTimeout(() => void show(target), HOVER_MS);
    },
    async inspect(target) {
      const result = await show(target);
      const isThere = result?.state === 'outlined' || result?.state === 'out-of-view' || result?.state === 'not-shown';
      if (!isThere || (await inspectOutlined?.())) return;
      note.value = { text: 'The browser did not show the element. Find it by its selector.', isFine: false };
    },
  };
}
