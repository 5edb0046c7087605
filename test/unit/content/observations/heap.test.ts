import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchHeap } from '../../../../src/content/observations/heap.ts';
import type { Note } from '../../../../src/content/observations/note.ts';

/** A document that can be hidden, in a browser that tells the size of the heap or does not. */
function aDocument({ hasMemory = true } = {}) {
  const events = new EventTarget();
  const page = { visibilityState: 'visible' };
  let used = 0;
  const memory = () => ({ usedJSHeapSize: ++used, totalJSHeapSize: 100, jsHeapSizeLimit: 1000 });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('performance', hasMemory ? Object.defineProperty({}, 'memory', { get: memory }) : {});
  const samples: unknown[] = [];
  const note: Note = (type, _, members) => samples.push({ type, ...members });
  const ending = new AbortController();
  watchHeap(note, ending.signal);
  return {
    samples,
    ending,
    show(visibilityState: 'visible' | 'hidden') {
      page.visibilityState = visibilityState;
      events.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the heap', () => {
  it('is sampled at once and every 5 s', () => {
    const { samples } = aDocument();
    vi.advanceTimersByTime(14_999);
    const sizes = { type: 'heap', totalJSHeapSize: 100, jsHeapSizeLimit: 1000 };
    expect(samples).toEqual([1, 2, 3].map((usedJSHeapSize) => ({ ...sizes, usedJSHeapSize })));
  });

  it('is left alone while the page is hidden, without a timer', () => {
    const { samples, show } = aDocument();
    show('hidden');
    expect(vi.getTimerCount()).toBe(0);
    show('visible');
    vi.advanceTimersByTime(5000);
    expect(samples).toHaveLength(3);
  });

  it('is left alone after the end, without a timer', () => {
    const { samples, ending } = aDocument();
    ending.abort();
    expect(vi.getTimerCount()).toBe(0);
    expect(samples).toHaveLength(1);
  });

  it('gives no record where the browser does not tell', () => {
    const { samples } = aDocument({ hasMemory: false });
    vi.advanceTimersByTime(20_000);
    expect(samples).toEqual([]);
  });
});
