import type { ReadonlySignal, Signal } from '@preact/signals';
import type { OutlineResult } from '../../model/outline.ts';
import type { SessionSource } from '../session-source.ts';
import { outlineTarget, type Pointed } from './outline-target.ts';
import { notInspectedText, outlineText } from './outline-text.ts';

/** A pointer that only passes over is not meant. */
const HOVER_MS = 80;

/** Points at elements in the page, one target at a time, from what the panel says of them. */
export interface PagePointer {
  /** What became of it, in words; null while nothing is pointed at. */
  readonly note: ReadonlySignal<PointerNote | null>;
  /** Outlines the elements at once, or when the pointer rests on them. */
  point(pointed: Pointed, how: 'now' | 'hovering'): void;
  /** Nothing is pointed at any more. */
  leave(): void;
  /** Shows the first element in DevTools' own view of the document. */
  inspect(pointed: Pointed): Promise<void>;
  /** Outlines the elements, and answers the selector of the first as it is in the page now; null when there is none. */
  find(pointed: Pointed): Promise<string | null>;
}

export interface PointerNote {
  readonly text: string;
  /** Whether it is as the user wants it, so that only a screen reader has to say so. */
  readonly isFine: boolean;
}

/** The page behind the panel. */
interface InPage {
  readonly outline: NonNullable<SessionSource['outline']>;
  readonly inspectOutlined: SessionSource['inspectOutlined'];
}

export function createPagePointer({ outline, inspectOutlined }: InPage, note: Signal<PointerNote | null>): PagePointer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointing = false;

  async function show(pointed: Pointed): Promise<OutlineResult | null> {
    clearTimeout(timer);
    const target = outlineTarget(pointed);
    if (target === null) return null;
    pointing = true;
    const result = await outline(target);
    if (!result) return null;
    const isFine = result.state === 'outlined' && result.frame === null;
    note.value = { text: outlineText(result, target.selectors.length), isFine };
    return result;
  }

  function leave(): void {
    clearTimeout(timer);
    if (!pointing) return;
    pointing = false;
    note.value = null;
    void outline(null);
  }

  return {
    note,
    leave,
    point(pointed, how) {
      clearTimeout(timer);
      if (how === 'now') void show(pointed);
      else timer = setTimeout(() => void show(pointed), HOVER_MS);
    },
    find: async (pointed) => (await show(pointed))?.selector ?? null,
    async inspect(pointed) {
      const result = await show(pointed);
      if (!result || result.selector === null || (await inspectOutlined?.(result.frame))) return;
      note.value = { text: notInspectedText(result), isFine: false };
    },
  };
}
