import { boundedText } from '../channel/clean-text.ts';
import { MAX_CHUNK_ENTRIES, MAX_ENTRIES_A_MINUTE } from '../channel/limits.ts';
import { PROTOCOL_VERSION } from '../channel/messages.ts';
import { BACKED_OFF_EVENT_THRESHOLD } from '../model/back-off.ts';
import { OBSERVED_ENTRY_TYPES } from '../model/entries.ts';
import type { ViewRecord } from '../model/metrics.ts';
import {
  deliverEntries,
  droppedByBrowser,
  entriesWait,
  observeEventsOver,
  recordEntries,
  restored,
  stopObserving,
} from './deferred-observer.ts';
import { createDelivery } from './delivery.ts';
import { FOR_FIREFOX } from './for-firefox.ts';
import { createMinuteLimit } from './minute-limit.ts';
import type { Note } from './observations/note.ts';
import { watchSurroundings } from './observations/observations.ts';
import { watchSameDocument } from './same-document.ts';
import { offeredScriptErrors, type ScriptErrors } from './script-error-slot.ts';
import { forgetSelectors } from './selector.ts';
import { createSelfCost } from './self-cost.ts';
import { rowKinds, serializeEntry } from './serialize.ts';
import { firstView, restoredView, softNavigationView } from './views.ts';
import { watchVitals } from './vitals.ts';
import { createWaitingEntries, type Waiting } from './waiting-entries.ts';
import { getActivationStart } from './web-vitals-navigation.ts';

/** Events shorter than this are not recorded; web-vitals' own INP threshold, so that every interaction it weighs is there. */
const EVENT_DURATION_THRESHOLD_MS = 40;
/**
 * An entry waits at most 250 ms to be sealed, which is what a killed browser may lose: for company, since posting rarely is
 * cheaper, and if much has come then for an idle moment.
 */
const GATHER_MS = 220;
const IDLE_DEADLINE_MS = 30;
const USER_TIMING = /^m/;
/** So many handed over at once have company enough. */
const BURST_ENTRIES = 1000;
/** Serialising this many entries takes about a millisecond; a slice ends after the one that passes its time. */
const SLICE_ENTRIES = 200;
const SLICE_MS = 4;

/** Records this document until it is left for good, the extension goes away, or `ending` is aborted. */
export function startCollector(ending: AbortController): void {
  const pageLoadId = crypto.randomUUID();
  const supported = PerformanceObserver.supportedEntryTypes;
  const types = OBSERVED_ENTRY_TYPES.filter((type) => supported.includes(type));
  const cost = createSelfCost(() => observeEventsOver(BACKED_OFF_EVENT_THRESHOLD));
  const admit = createMinuteLimit(MAX_ENTRIES_A_MINUTE);
  const { signal } = ending;
  const capturing = { capture: true, signal };
  const waiting = createWaitingEntries();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  let scriptErrors: ScriptErrors | undefined;
  /** After the final record: what comes then has no number until the page is shown again. */
  let left = false;

  signal.addEventListener('abort', stop);
  const delivery = createDelivery(
    () => ({
      type: 'hello',
      v: PROTOCOL_VERSION,
      pageLoadId,
      timeOrigin: performance.timeOrigin,
      title: boundedText(document.title),
      supportedEntryTypes: types,
      droppedByBrowser: droppedByBrowser(),
    }),
    firstView(),
    ending,
    (asked) => (asked.type === 'census' ? census() : listenForScriptErrors(asked.on)),
  );
  // Before web-vitals listens for the same: its own last look must find every entry delivered.
  addEventListener('visibilitychange', deliverWhenHidden, capturing);
  const vitals = watchVitals(() => scheduleFlush());
  recordEntries(
    // The threshold is the business of events alone.
    types.map((type) => ({ type, buffered: true, durationThreshold: EVENT_DURATION_THRESHOLD_MS })),
    append,
    scheduleFlush,
  );
  const census = watchSurroundings(note, cost, getActivationStart(), signal);
  const lookAtUrl = types.includes('soft-navigation') ? undefined : watchSameDocument(openView, signal);

  function append(type: string, entries: PerformanceEntryList): void {
    const admitted = cost.total().backOff && USER_TIMING.test(type) ? 0 : admit(entries.length);
    waiting.add(admitted < entries.length ? entries.map((entry, i) => (i < admitted ? entry : null)) : entries, type);
  }

  function wait(entry: Waiting): void {
    waiting.add([entry], '');
  }

  function note(...[entryType, name, members, startTime = performance.now()]: Parameters<Note>): void {
    if (signal.aborted) return;
    wait(admit(1) ? JSON.stringify({ entryType, name, startTime, duration: 0, ...members }) : null);
    // A sample of the heap goes along with what comes next, so that a quiet page lets the worker sleep.
    if (entryType !== 'heap' || waiting.length >= MAX_CHUNK_ENTRIES) scheduleFlush();
  }

  function listenForScriptErrors(on: boolean): void {
    if (on && !scriptErrors) {
      scriptErrors = offeredScriptErrors()?.(note, signal);
      // Without it, no error and no listener would look the same.
      if (scriptErrors) note('lifecycle', 'script-errors-on', {});
    }
    scriptErrors?.listen(on);
  }

  function scheduleFlush(added = 0): void {
    const burst = added >= BURST_ENTRIES;
    // The usual case first: this is called for every list that the browser hands over.
    if ((gathering !== undefined && !burst) || signal.aborted) return;
    clearTimeout(gathering);
    gathering = setTimeout(deliverThenFlush, burst || document.hidden ? 0 : GATHER_MS);
  }

  function deliverThenFlush(): void {
    // In a hidden page nobody waits for a task to end, and after a freeze its idle time may stay out.
    if (document.hidden) flushAll();
    else {
      deliver();
      flushSoon();
    }
  }

  function deliver(): void {
    const start = performance.now();
    deliverEntries();
    cost.spent(performance.now() - start);
  }

  function flushSoon(): void {
    // What takes a millisecond costs less than to ask for an idle moment.
    if (waiting.length <= SLICE_ENTRIES) flushSlice();
    else idle ||= requestIdleCallback(flushSlice, { timeout: IDLE_DEADLINE_MS });
  }

  function deliverWhenHidden(): void {
    if (document.hidden) deliver();
  }

  /** Seals what is there for a while, so that a flood of entries never makes a long task of ours. */
  function flushSlice(): void {
    idle = 0;
    const start = performance.now();
    // A flood waits here rather than in a queue that is full, as long as it is no longer than what a minute may bring.
    const isHeld = delivery.isFull() && waiting.length <= MAX_ENTRIES_A_MINUTE;
    if (!isHeld) flush(start + SLICE_MS);
    cost.spent(performance.now() - start);
    gathering = undefined;
    // Idle periods are up to 50 ms apart: one for each slice would have a burst wait for seconds.
    if (waiting.length > 0 && !left) gathering = setTimeout(flushSlice, isHeld ? IDLE_DEADLINE_MS : 0);
    // What came since the delivery found the timer still set.
    if (entriesWait()) scheduleFlush();
  }

  /** Seals and sends what is there, in one post; after `until` it leaves the rest. */
  function flush(until = Number.POSITIVE_INFINITY): void {
    if (signal.aborted || left) return;
    lookAtUrl?.();
    waiting.sealed(delivery.made);
    const { entries, types } = waiting.all();
    forgetSelectors();
    const texts: (string | null)[] = [];
    do {
      for (let i = 0; i < SLICE_ENTRIES && texts.length < entries.length; i++) {
        const text = textOf(entries[texts.length] as Waiting, types[texts.length] as string);
        cost.sent(text?.length ?? 0);
        texts.push(text);
      }
    } while (texts.length < entries.length && performance.now() < until);
    delivery.send({
      texts,
      kinds: rowKinds,
      vitals: vitals.changed(),
      status: { title: boundedText(document.title), selfCost: cost.total(), droppedByBrowser: droppedByBrowser() },
    });
    vitals.handedOver();
    waiting.sealed(delivery.made);
  }

  function textOf(entry: Waiting, type: string): string | null {
    if (entry === null || typeof entry === 'string') return entry;
    if (type === 'soft-navigation') {
      vitals.finalize();
      openView(softNavigationView(entry));
    }
    try {
      return serializeEntry(entry, type);
    } catch {
      // One that cannot be read must not keep those behind it.
      return null;
    }
  }

  /** A view that is one too many counts as an entry that a cap left out, so that the ledger tells of it. */
  function openView(view: ViewRecord): void {
    if (!delivery.view(view)) wait(null);
  }

  function flushAll(): void {
    const start = performance.now();
    unschedule();
    deliverEntries();
    flush();
    cost.spent(performance.now() - start);
  }

  function stop(): void {
    waiting.clear();
    unschedule();
    stopObserving();
  }

  function unschedule(): void {
    clearTimeout(gathering);
    cancelIdleCallback(idle);
    gathering = undefined;
    idle = 0;
  }

  function onVisibilityChange(): void {
    if (!document.hidden) return;
    vitals.finalize('LCP');
    flushAll();
  }

  /** A frozen page may be discarded, and not be asked again. One that is kept in bfcache was left before. */
  function onFreeze({ isTrusted, type }: Event): void {
    if (!isTrusted || left) return;
    flushAll();
    if (type === 'freeze') delivery.leave();
    else delivery.comeBack();
  }

  function onPageHide({ isTrusted }: Event): void {
    if (!isTrusted) return;
    // A page in sight becomes hidden right after, which is when web-vitals reports what came last (a click on a link, say).
    // A listener that is added now runs after all of its own.
    addEventListener('visibilitychange', leaveWhenHidden, capturing);
    leaveWhenHidden();
  }

  function leaveWhenHidden(): void {
    if (!document.hidden) return;
    removeEventListener('visibilitychange', leaveWhenHidden, true);
    vitals.finalize();
    flushAll();
    delivery.leave();
    left = true;
  }

  function onPageShow(event: PageTransitionEvent): void {
    if (!event.persisted || !event.isTrusted) return;
    left = false;
    if (FOR_FIREFOX) restored(event.timeStamp);
    delivery.comeBack();
    openView(restoredView(event.timeStamp));
  }

  addEventListener('load', () => setTimeout(flushAll), { once: true });
  addEventListener('visibilitychange', onVisibilityChange, capturing);
  addEventListener('freeze', onFreeze, capturing);
  addEventListener('resume', onFreeze, capturing);
  addEventListener('pagehide', onPageHide, capturing);
  addEventListener('pageshow', onPageShow, capturing);
}
