import { FOR_FIREFOX } from '../for-firefox.ts';
import type { SelfCostMeter } from '../self-cost.ts';
import { watchConnection } from './connection.ts';
import { watchFailedResources } from './failed-resources.ts';
import { noteHeadLinks } from './head-links.ts';
import { watchHeap } from './heap.ts';
import { type Timed, takeImageCensus } from './image-census.ts';
import { watchLifecycle } from './lifecycle.ts';
import type { Note } from './note.ts';

/**
 * Notes everything that is no PerformanceEntry, until `signal` is aborted: at once what the browser knows, the head when it is
 * parsed, the images when the page has loaded, both in idle time. The machine, its network and the heap are the tab's, so the top
 * frame alone tells of them. Returns what takes the census of images once more.
 */
export function watchSurroundings(
  note: Note,
  cost: SelfCostMeter,
  activatedAt: number,
  signal: AbortSignal,
): () => void {
  let ready = 0;
  const inTop = self === top;
  const timed: Timed = (work) => (value) => {
    const start = performance.now();
    work(value);
    cost.spent(performance.now() - start);
  };
  const census = () => takeImageCensus(note, timed);

  /** The document's word counts, not the event: the page can make such events too. */
  function onReadyState(): void {
    const { readyState } = document;
    if (ready === 0 && readyState !== 'loading') {
      ready = 1;
      requestIdleCallback(timed(noteParsed));
    }
    if (ready === 1 && readyState === 'complete') {
      ready = 2;
      requestIdleCallback(timed(census));
    }
  }

  function noteParsed(): void {
    // Not before: a frame has no size until it is laid out.
    if (inTop) noteDevice(note);
    noteHeadLinks(note);
  }

  watchLifecycle(note, activatedAt, signal);
  watchFailedResources(note, signal);
  // Firefox tells of neither.
  if (inTop && !FOR_FIREFOX) {
    watchConnection(note, signal);
    watchHeap(note, signal);
  }
  document.addEventListener('readystatechange', onReadyState, { signal });
  onReadyState();
  return census;
}

function noteDevice(note: Note): void {
  const { deviceMemory, hardwareConcurrency } = navigator as Navigator & { readonly deviceMemory?: number };
  note('device', '', {
    ...(deviceMemory && { deviceMemory }),
    hardwareConcurrency,
    viewportWidth: innerWidth,
    viewportHeight: innerHeight,
    devicePixelRatio,
  });
}
