import type { Milliseconds } from '../model/units.ts';
import { FOR_FIREFOX } from './for-firefox.ts';
import { createHoldingObserver, type EntryObserver } from './holding-observer.ts';

/**
 * Every observer of this script, web-vitals' own included, behind one of the browser's: what it hands over is put aside and
 * delivered when the collector asks for it, a few times a second: a callback costs more than the entry that it brings
 * (`npm run bench`).
 *
 * To be imported before web-vitals, which observes as soon as it is loaded. The global that is replaced is that of the
 * extension's isolated world; the page has its own.
 */

type ObserverClass = typeof PerformanceObserver;

/** Receives live entries of one type. */
export type EntriesListener = (type: string, entries: PerformanceEntryList) => void;

/** What the third argument of an observer's callback holds (https://w3c.github.io/performance-timeline/). */
interface CallbackOptions {
  readonly droppedEntriesCount?: number;
}

/** What stood here before: the browser's own, or the one that another collector in this document put in its place. */
const Before: ObserverClass & { readonly native?: ObserverClass } = globalThis.PerformanceObserver;
const Native = Before.native ?? Before;
const subscribers = new Set<DeferredObserver>();
const observed = new Set<string>();
let lists: PerformanceEntryList[] = [];
/** What is being handed over, by type; it stays here until it is recorded, should the browser cut us off. */
let handing: [type: string, entries: PerformanceEntry[]][] = [];
let record: EntriesListener = () => {};
let onWaiting: (added: number) => void = () => {};
/** That of the first callback, which alone says something (w3c/performance-timeline #214). */
let firstOptions: CallbackOptions | undefined;
let distributed = false;
let restoredAt = 0;
let ended = false;

const onList = (list: PerformanceObserverEntryList, _: PerformanceObserver, options?: CallbackOptions) => {
  firstOptions ??= options ?? {};
  const entries = list.getEntries();
  // In Firefox it holds them itself; that something waits is to be seen here.
  lists.push(FOR_FIREFOX ? [] : entries);
  onWaiting(entries.length);
};
const shared: EntryObserver = FOR_FIREFOX ? createHoldingObserver(Native, onList) : new Native(onList);

/** How many entries the browser's buffers lost before we observed; null where it does not tell, and before it told. */
export function droppedByBrowser(): number | null {
  return firstOptions?.droppedEntriesCount ?? null;
}

/**
 * Has every entry of `types`, which the browser must support, handed to `recordListener` when entries are delivered, buffered ones
 * included. `waitingListener` hears of it whenever entries wait for that, and how many came; often, so it must be cheap.
 */
export function recordEntries(
  types: readonly PerformanceObserverInit[],
  recordListener: EntriesListener,
  waitingListener: (added: number) => void,
): void {
  record = recordListener;
  for (const options of types) record(options.type ?? '', observeShared(options));
  onWaiting = waitingListener;
  onWaiting(0);
}

/** From now on the browser hands over no events shorter than `durationThreshold`, to nobody. */
export function observeEventsOver(durationThreshold: Milliseconds): void {
  shared.observe({ type: 'event', durationThreshold });
}

/** Whether anything came since the last delivery. */
export function entriesWait(): boolean {
  return lists.length + handing.length > 0;
}

/**
 * The page came back from bfcache. Firefox measures an event that was not painted when the page was left to the first paint after
 * its return: it is recorded as it is told, and kept from web-vitals, which would take the time away for an interaction.
 */
export function restored(at: Milliseconds): void {
  restoredAt = at;
}

/** Ends every observer there is and will be, web-vitals' too: the extension is gone, or recording is off here. */
export function stopObserving(): void {
  ended = true;
  lists = [];
  handing = [];
  // A collector that took over has put its own here.
  if (globalThis.PerformanceObserver === DeferredObserver) globalThis.PerformanceObserver = Before;
  subscribers.clear();
  shared.disconnect();
}

/** Hands over what waits. */
export function deliverEntries(): void {
  distribute();
  for (const subscriber of subscribers) subscriber.deliver();
}

/** Observes a type for all. Returns what the browser holds of it that was distributed before. */
function observeShared(options: PerformanceObserverInit): PerformanceEntryList {
  const { type = '' } = options;
  if (!observed.has(type)) shared.observe(options);
  // Observing a type again would hand over again what is buffered of it.
  else if (distributed) {
    distribute();
    const late = new Native(() => {});
    late.observe(options);
    const entries = late.takeRecords();
    late.disconnect();
    return entries;
  }
  observed.add(type);
  return [];
}

/** Gives each subscriber the entries of its types that wait. */
function distribute(): void {
  const byType = new Map<string, PerformanceEntry[]>();
  lists.push(shared.takeRecords());
  for (const list of lists) {
    for (const entry of list) {
      const { entryType } = entry;
      // `push` answers a length, which is never nullish.
      byType.get(entryType)?.push(entry) ?? byType.set(entryType, [entry]);
    }
  }
  handing.push(...byType);
  lists = [];
  for (let next = handing[0]; next; next = handing[0]) {
    const [type, entries] = next;
    distributed = true;
    // Last what counts: cut off before, all is handed over again, which changes no metric.
    for (const subscriber of subscribers) subscriber.receive(type, FOR_FIREFOX ? entries.filter(isWhole) : entries);
    record(type, entries);
    handing.shift();
  }
}

/** Whether it began and ended on the same side of the last restore. Durations of events are rounded to 8 ms. */
function isWhole({ startTime, duration }: PerformanceEntry): boolean {
  return startTime < restoredAt === startTime + duration < restoredAt - 8;
}

class DeferredObserver implements PerformanceObserver {
  static readonly native: ObserverClass = Native;
  static readonly supportedEntryTypes = Native.supportedEntryTypes;
  readonly #callback: PerformanceObserverCallback;
  readonly #types = new Set<string | undefined>();
  #queue: PerformanceEntry[] = [];

  constructor(callback: PerformanceObserverCallback) {
    this.#callback = callback;
  }

  observe(options: PerformanceObserverInit = {}): void {
    if (ended) return;
    this.#queue.push(...observeShared(options));
    this.#types.add(options.type);
    subscribers.add(this);
  }

  /** What waits is delivered all the same: the owner was to have it long ago, or has it in hand. */
  disconnect(): void {
    this.#types.clear();
  }

  takeRecords(): PerformanceEntryList {
    distribute();
    const taken = this.#queue;
    this.#queue = [];
    return taken;
  }

  receive(type: string, entries: PerformanceEntryList): void {
    if (this.#types.has(type)) this.#queue = this.#queue.concat(entries);
  }

  /** A callback that fails costs its own metric, not the record; one that the browser cuts off has its entries again the next time. */
  deliver(): void {
    const entries = this.#queue;
    if (entries.length === 0) return;
    try {
      this.#callback({ getEntries: () => entries } as PerformanceObserverEntryList, this);
    } catch {}
    this.#queue = this.#queue.slice(entries.length);
  }
}

globalThis.PerformanceObserver = DeferredObserver;
