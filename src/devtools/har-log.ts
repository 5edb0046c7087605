import { boundedUrl } from '../channel/clean-text.ts';
import type { HarRequest } from '../model/har-request.ts';
import { harRequestOf } from './har-entry.ts';

/** Answers that sent the browser elsewhere and whose next request has not come: more than these wait for one that never comes. */
const MAX_OPEN_HOPS = 200;
/** The next request of a chain starts when the answer is there; both moments are rounded, and the main thread may be busy. */
const HOP_GAP_MS = 250;
/** What has been answered for so long, and is not finished, has a body that nobody reads. */
const UNREAD_AFTER_MS = 1000;

/** What the network log told of the page that is inspected, one life of it. */
export interface HarLog {
  /** A request that has ended; null when the log held it already, or it is none of a page. */
  note(entry: unknown): HarRequest | null;
  /** A request that ended before we listened. */
  noteEarlier(entry: unknown): HarRequest | null;
  /** Of a whole log, the requests that were answered and never end; each is told once. */
  noteUnread(entries: readonly unknown[], now: number): readonly HarRequest[];
  /** Another page: what was noted of the last one does not come again. */
  forget(): void;
}

interface Hop {
  readonly id: string;
  readonly to: string;
  readonly end: number;
}

type Facts = Readonly<{ startedAt: number; key: string; exact: string }>;

/** An empty log; `logId` makes the ids of its requests unique. */
export function createHarLog(logId: string): HarLog {
  let count = 0;
  let hops: Hop[] = [];
  const known = new Set<string>();
  /** Those of the log that was there before us, of which the event may still come. */
  const earlier = new Set<string>();
  /** Ids of unread ones, to be taken up when they end after all. */
  const unread = new Map<string, string[]>();

  function add(entry: unknown, id: string, finished: boolean): HarRequest | null {
    const request = harRequestOf(entry, { id, finished, redirectedFrom: null });
    if (request === null) return null;
    const end = request.startedAt + request.time;
    const came = takeHop(request);
    if (request.redirectedTo !== null) hops = [...hops, { id, to: request.redirectedTo, end }].slice(-MAX_OPEN_HOPS);
    return came === null ? request : { ...request, redirectedFrom: came.id };
  }

  /** The answer that led to a request: of those that named its URL, the one that came nearest before it. */
  function takeHop({ url, startedAt }: HarRequest): Hop | null {
    const near = hops.filter(({ to, end }) => to === url && Math.abs(startedAt - end) <= HOP_GAP_MS);
    const [nearest] = near.toSorted((a, b) => Math.abs(startedAt - a.end) - Math.abs(startedAt - b.end));
    if (nearest === undefined) return null;
    hops = hops.filter((hop) => hop !== nearest);
    return nearest;
  }

  function nextId(): string {
    count += 1;
    return `${logId}/${count}`;
  }

  return {
    note(entry) {
      const facts = factsOf(entry);
      if (facts === null || earlier.delete(facts.exact)) return null;
      known.add(facts.exact);
      const id = unread.get(facts.key)?.shift() ?? nextId();
      return add(entry, id, true);
    },
    noteEarlier(entry) {
      const facts = factsOf(entry);
      if (facts === null || known.has(facts.exact)) return null;
      known.add(facts.exact);
      earlier.add(facts.exact);
      return add(entry, nextId(), true);
    },
    noteUnread(entries, now) {
      return entries.flatMap((entry) => {
        const facts = factsOf(entry);
        if (facts === null || known.has(facts.exact) || unread.has(facts.key)) return [];
        if (!isAnswered(entry) || now - facts.startedAt < UNREAD_AFTER_MS) return [];
        const id = nextId();
        unread.set(facts.key, [id]);
        return add(entry, id, false) ?? [];
      });
    },
    forget() {
      known.clear();
      earlier.clear();
      unread.clear();
      hops = [];
    },
  };
}

/** What tells a request from others: `exact` also from one to the same URL in the same millisecond, once it is over. */
function factsOf(entry: unknown): Facts | null {
  const { startedDateTime, time, request } = entry as {
    readonly startedDateTime?: unknown;
    readonly time?: unknown;
    readonly request?: { readonly url?: unknown; readonly method?: unknown };
  };
  const startedAt = Date.parse(String(startedDateTime));
  if (!Number.isFinite(startedAt) || typeof request?.url !== 'string') return null;
  const key = `${startedAt} ${request.method} ${boundedUrl(request.url)}`;
  return { startedAt, key, exact: `${key} ${time}` };
}

function isAnswered(entry: unknown): boolean {
  const { response } = entry as { readonly response?: { readonly status?: unknown } };
  return Number(response?.status) > 0;
}
