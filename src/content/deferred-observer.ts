/**
 * Every observer of this script, web-vitals' own included, through one door: what the browser hands over is put aside and
 * delivered when the collector asks for it, a few times a second. A delivery of its own for each entry is what costs a page
 * most: with it web-vitals alone takes half as much again.
 *
 * To be imported before web-vitals, which observes as soon as it is loaded. The global that is replaced is that of the
 * extension's isolated world; the page has its own.
 */

const Native = globalThis.PerformanceObserver;
const waiting = new Set<DeferredObserver>();
let onWaiting: () => void = () => {};

/** Calls `listener` whenever entries wait for `deliverEntries`; may be often, must be cheap. */
export function onEntriesWaiting(listener: () => void): void {
  onWaiting = listener;
  if (waiting.size > 0) listener();
}

/** Hands over what waits. Callbacks that put their work into microtasks, as web-vitals' do, have done it when those ran. */
export function deliverEntries(): void {
  const observers = [...waiting];
  waiting.clear();
  for (const observer of observers) observer.deliver();
}

class DeferredObserver implements PerformanceObserver {
  static readonly supportedEntryTypes = Native.supportedEntryTypes;
  readonly #native: PerformanceObserver;
  readonly #callback: PerformanceObserverCallback;
  #lists: PerformanceObserverEntryList[] = [];
  #options: unknown;

  constructor(callback: PerformanceObserverCallback) {
    this.#callback = callback;
    // The third argument holds `droppedEntriesCount`, of which only the first says something (w3c/performance-timeline #214).
    this.#native = new Native((list, _, ...[options]: unknown[]) => {
      this.#options ??= options;
      this.#lists.push(list);
      waiting.add(this);
      onWaiting();
    });
  }

  observe(options?: PerformanceObserverInit): void {
    this.#native.observe(options);
  }

  /** What waits is delivered all the same: the owner was to have it long ago. */
  disconnect(): void {
    this.deliver();
    this.#native.disconnect();
  }

  takeRecords(): PerformanceEntryList {
    return [...this.#take(), ...this.#native.takeRecords()];
  }

  deliver(): void {
    const entries = this.#take();
    if (entries.length === 0) return;
    const list = { getEntries: () => entries } as PerformanceObserverEntryList;
    (this.#callback as (...args: unknown[]) => void)(list, this, this.#options);
    this.#options = {};
  }

  #take(): PerformanceEntry[] {
    const entries: PerformanceEntry[] = [];
    for (const list of this.#lists) for (const entry of list.getEntries()) entries.push(entry);
    this.#lists = [];
    waiting.delete(this);
    return entries;
  }
}

globalThis.PerformanceObserver = DeferredObserver;
