import { PROTOCOL_VERSION } from '../channel/messages.ts';
import { OBSERVED_ENTRY_TYPES } from '../model/entries.ts';
import { boundedText } from './clean-text.ts';
import { deliverEntries, onEntriesWaiting } from './deferred-observer.ts';
import { createDelivery } from './delivery.ts';
import { observeEntries } from './observe.ts';
import { createSelfCost } from './self-cost.ts';
import { serializeEntry } from './serialize.ts';
import { loadView, restoredView, softNavigationView } from './views.ts';
import { watchVitals } from './vitals.ts';

/**
 * An entry waits at most 250 ms to be sealed, which is what a killed browser may lose: first for company, since posting
 * rarely is cheaper, then for an idle moment.
 */
const GATHER_MS = 200;
const IDLE_DEADLINE_MS = 50;
/** Serialising this many entries takes about a millisecond; a slice ends after the one that passes its time. */
const SLICE_ENTRIES = 200;
const SLICE_MS = 4;

/** Records this document until it is left for good or the extension goes away. */
export function startCollector(): void {
  const pageLoadId = crypto.randomUUID();
  const supported = PerformanceObserver.supportedEntryTypes;
  const types = OBSERVED_ENTRY_TYPES.filter((type) => supported.includes(type));
  const cost = createSelfCost();
  let droppedByBrowser: number | null = null;
  let live: PerformanceEntry[] = [];
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  let stopped = false;

  const delivery = createDelivery(
    () => ({
      type: 'hello',
      v: PROTOCOL_VERSION,
      pageLoadId,
      timeOrigin: performance.timeOrigin,
      title: boundedText(document.title),
      supportedEntryTypes: types,
      droppedByBrowser,
    }),
    stop,
  );
  delivery.view(loadView());
  // Before web-vitals listens for the same: its own last look must find every entry delivered.
  addEventListener('visibilitychange', deliverWhenHidden, true);
  const observed = observeEntries(types, append);
  const vitals = watchVitals(scheduleFlush);
  onEntriesWaiting(scheduleFlush);

  function append(entries: PerformanceEntryList, dropped: number | null): void {
    if (dropped !== null) droppedByBrowser = (droppedByBrowser ?? 0) + dropped;
    for (const entry of entries) live.push(entry);
  }

  function scheduleFlush(): void {
    if (!stopped) gathering ??= setTimeout(deliverThenFlush, document.visibilityState === 'hidden' ? 0 : GATHER_MS);
  }

  function deliverThenFlush(): void {
    deliver();
    idle = requestIdleCallback(flushSlice, { timeout: IDLE_DEADLINE_MS });
  }

  function deliver(): void {
    const start = performance.now();
    deliverEntries();
    // web-vitals does its part in microtasks that are queued before this one.
    queueMicrotask(() => cost.spent(performance.now() - start));
  }

  function deliverWhenHidden(): void {
    if (document.visibilityState === 'hidden') deliver();
  }

  /** Seals what is there in slices, so that a flood of entries never makes a long task of ours. */
  function flushSlice(): void {
    const start = performance.now();
    flush(SLICE_ENTRIES);
    while (live.length > 0 && performance.now() - start < SLICE_MS) flush(SLICE_ENTRIES);
    cost.spent(performance.now() - start);
    gathering = undefined;
    if (live.length > 0) idle = requestIdleCallback(flushSlice, { timeout: IDLE_DEADLINE_MS });
  }

  function flush(max: number): void {
    if (stopped) return;
    const entries = live.slice(0, max);
    live = live.slice(max);
    const texts = entries.map(serializeEntry);
    for (const entry of entries) if (entry.entryType === 'soft-navigation') openSoftView(entry);
    for (const text of texts) cost.sent(text?.length ?? 0);
    const status = { title: boundedText(document.title), selfCost: cost.total() };
    delivery.send({ texts, vitals: vitals.takeChanged(), status });
  }

  function openSoftView(entry: PerformanceEntry): void {
    vitals.finalize();
    delivery.view(softNavigationView(entry));
  }

  function flushAll(): void {
    const start = performance.now();
    clearTimeout(gathering);
    cancelIdleCallback(idle);
    gathering = undefined;
    observed.take();
    flush(Number.POSITIVE_INFINITY);
    cost.spent(performance.now() - start);
  }

  function stop(): void {
    stopped = true;
    live = [];
    clearTimeout(gathering);
    cancelIdleCallback(idle);
    removeEventListener('visibilitychange', deliverWhenHidden, true);
    removeEventListener('visibilitychange', onVisibilityChange, true);
    removeEventListener('pagehide', onPageHide, true);
    removeEventListener('pageshow', onPageShow, true);
    queueMicrotask(() => observed.stop());
  }

  function onVisibilityChange(): void {
    if (document.visibilityState !== 'hidden') return;
    vitals.finalize('LCP');
    flushAll();
  }

  function onPageHide(): void {
    vitals.finalize();
    flushAll();
    delivery.leave();
  }

  function onPageShow(event: PageTransitionEvent): void {
    if (!event.persisted) return;
    delivery.comeBack();
    delivery.view(restoredView(event.timeStamp));
  }

  addEventListener('load', () => setTimeout(flushAll), { once: true });
  addEventListener('visibilitychange', onVisibilityChange, true);
  addEventListener('pagehide', onPageHide, true);
  addEventListener('pageshow', onPageShow, true);
}
