import { MAX_CHUNK_ENTRIES } from '../channel/limits.ts';
import { PROTOCOL_VERSION } from '../channel/messages.ts';
import { OBSERVED_ENTRY_TYPES } from '../model/entries.ts';
import { boundedText } from './clean-text.ts';
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
  const observed = observeEntries(types, (entries, dropped) => cost.measure(() => append(entries, dropped)));
  const vitals = watchVitals(scheduleFlush);

  function append(entries: PerformanceEntryList, dropped: number | null): void {
    if (dropped !== null) droppedByBrowser = (droppedByBrowser ?? 0) + dropped;
    for (const entry of entries) {
      live.push(entry);
      if (entry.entryType === 'soft-navigation') {
        vitals.finalize();
        delivery.view(softNavigationView(entry));
      }
    }
    if (live.length >= MAX_CHUNK_ENTRIES || document.visibilityState === 'hidden') flush();
    else if (live.length > 0) scheduleFlush();
  }

  function scheduleFlush(): void {
    gathering ??= setTimeout(flushWhenIdle, GATHER_MS);
  }

  function flushWhenIdle(): void {
    idle = requestIdleCallback(() => cost.measure(flush), { timeout: IDLE_DEADLINE_MS });
  }

  function flush(): void {
    clearTimeout(gathering);
    cancelIdleCallback(idle);
    gathering = undefined;
    if (stopped) return;
    const texts = live.map(serializeEntry);
    live = [];
    for (const text of texts) cost.sent(text?.length ?? 0);
    delivery.send({
      texts,
      vitals: vitals.takeChanged(),
      status: { title: boundedText(document.title), selfCost: cost.total() },
    });
  }

  function flushAll(): void {
    observed.take();
    flush();
  }

  function stop(): void {
    stopped = true;
    live = [];
    clearTimeout(gathering);
    cancelIdleCallback(idle);
    removeEventListener('visibilitychange', onVisibilityChange, true);
    removeEventListener('pagehide', onPageHide, true);
    removeEventListener('pageshow', onPageShow, true);
    queueMicrotask(() => observed.stop());
  }

  function onVisibilityChange(): void {
    if (document.visibilityState !== 'hidden') return;
    cost.measure(() => {
      vitals.finalize('LCP');
      flushAll();
    });
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
