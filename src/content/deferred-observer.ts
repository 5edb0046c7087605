/**
 * Every observer of this script, web-vitals' own included, behind one of the browser's: what it hands over is put aside and
 * delivered when the collector asks for it, a few times a second: a callback costs more than the entry that it brings
 * (`npm run bench`).
 *
 * To be imported before web-vitals, which observes as soon as it is loaded. The global that is replaced is that of the
 * extension's isolated world; the page has its own.
 */

type ObserverClass = typeof PerformanceObserver;

/** What stood here before: the browser's own, or the one that another collector in this document put in its place. */
const Before: ObserverClass & { readonly native?: ObserverClass } = globalThis.PerformanceObserver;
const Native = Before.native ?? Before;
const subscribers = new Set<DeferredObserver>();
const sharedTypes = new Set<string>();
let lists: PerformanceEntryList[] = [];
/** The third argument of the first callback: its `droppedEntriesCount` alone says something (w3c/performance-timeline #214). */
let firstOptions: unknown;
let onWaiting: (added: number) => void = () => {};
let ended = false;

const shared = new Native((list, _, ...[options]: unknown[]) => {
  firstOptions ??= options ?? {};
  putAside(list.getEntries());
});

/** Calls `listener` whenever entries wait for `deliverEntries`; often, so it must be cheap. */
export function onEntriesWaiting(listener: (added: number) => void): void {
  onWaiting = listener;
  if (lists.length > 0) listener(0);
}

/** Whether anything came since the last delivery. */
export function entriesWait(): boolean {
  return lists.length > 0 || [...subscribers].some((subscriber) => subscriber.waits);
}

/** Ends every observer there is and will be, web-vitals' too: the extension is gone, or recording is off here. */
export function stopObserving(): void {
  ended = true;
  lists = [];
  // A collector that took over has put its own here.
  if (globalThis.PerformanceObserver === DeferredObserver) globalThis.PerformanceObserver = Before;
  for (const subscriber of subscribers) subscriber.disconnect();
}

/** Hands over what waits. Callbacks that put their work into microtasks, as web-vitals' do, have done it when those ran. */
export function deliverEntries(): void {
  distribute([]);
  for (const subscriber of [...subscribers]) subscriber.deliver();
}

function putAside(list: PerformanceEntryList): void {
  lists.push(list);
  onWaiting(list.length);
}

/** Gives each subscriber the entries of its types that wait, then `more`. */
function distribute(more: PerformanceEntryList): void {
  const all: PerformanceEntry[] = [];
  for (const list of lists) for (const entry of list) all.push(entry);
  lists = [];
  for (const entry of more) all.push(entry);
  if (all.length === 0) return;
  // Asked once an entry, not once for each that observes: members of entries are calls into the browser.
  const types = all.map((entry) => entry.entryType);
  for (const subscriber of subscribers) subscriber.receive(all, types);
}

class DeferredObserver implements PerformanceObserver {
  static readonly native: ObserverClass = Native;
  static readonly supportedEntryTypes = Native.supportedEntryTypes;
  readonly #callback: PerformanceObserverCallback;
  readonly #types = new Set<string>();
  #own: PerformanceObserver | undefined;
  #queue: PerformanceEntry[] = [];

  constructor(callback: PerformanceObserverCallback) {
    this.#callback = callback;
  }

  observe(options: PerformanceObserverInit = {}): void {
    if (ended) return;
    subscribers.add(this);
    if (firstOptions === undefined && options.type) {
      this.#types.add(options.type);
      // Observing a type again would hand over again what is buffered of it.
      if (!sharedTypes.has(options.type)) shared.observe(options);
      sharedTypes.add(options.type);
    } else {
      // Too late to share: what the browser has buffered of this type was handed over before.
      this.#own ??= new Native((list) => {
        for (const entry of list.getEntries()) this.#queue.push(entry);
        onWaiting(0);
      });
      this.#own.observe(options);
    }
  }

  /** What waits is delivered all the same: the owner was to have it long ago. */
  disconnect(): void {
    this.deliver();
    this.#own?.disconnect();
    subscribers.delete(this);
    if (subscribers.size === 0) shared.disconnect();
  }

  takeRecords(): PerformanceEntryList {
    distribute(shared.takeRecords());
    const taken = [...this.#queue, ...(this.#own?.takeRecords() ?? [])];
    this.#queue = [];
    return taken;
  }

  get waits(): boolean {
    return this.#queue.length > 0;
  }

  receive(entries: PerformanceEntryList, types: readonly string[]): void {
    entries.forEach((entry, i) => {
      if (this.#types.has(types[i] ?? '')) this.#queue.push(entry);
    });
  }

  deliver(): void {
    if (this.#queue.length === 0) return;
    const entries = this.#queue;
    this.#queue = [];
    const list = { getEntries: () => entries } as PerformanceObserverEntryList;
    (this.#callback as (...args: unknown[]) => void)(list, this, firstOptions);
  }
}

globalThis.PerformanceObserver = DeferredObserver;
