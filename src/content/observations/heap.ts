import { copyMembers } from '../serialize.ts';
import type { Note, ObservationMembers } from './note.ts';

const SAMPLE_EVERY_MS = 5000;

/** Chromium's `performance.memory`: a new object, and so a new sample, at each access. */
interface WithMemory {
  readonly memory?: ObservationMembers<'heap'> & { readonly [member: string]: unknown };
}

/** Notes the size of the JavaScript heap every 5 s while the page is visible; nothing where the browser does not tell. */
export function watchHeap(note: Note, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function sample(): void {
    clearTimeout(timer);
    const { memory } = performance as WithMemory;
    if (!memory || signal.aborted || document.visibilityState === 'hidden') return;
    note('heap', '', copyMembers(memory, 'heap') as ObservationMembers<'heap'>);
    timer = setTimeout(sample, SAMPLE_EVERY_MS);
  }

  addEventListener('visibilitychange', sample, { capture: true, signal });
  signal.addEventListener('abort', sample);
  sample();
}
