import { boundedUrl } from '../channel/clean-text.ts';
import type { HarRequest } from '../model/har-request.ts';
import { type HarIdentity, harRequestOf } from './har-entry.ts';

/** Ends of chains that look for the other: answers that sent the browser elsewhere, and requests that none is known to have led to. */
const MAX_LOOSE = 200;
/** The next request of a chain starts when the answer is there, to some milliseconds; a busy browser may be later, never earlier. */
const HOP_ERROR_MS = 20;
const HOP_GAP_MS = 250;
/** What has been answered for so long, and is not finished, has a body that nobody reads. */
const UNREAD_AFTER_MS = 1000;

/** What the network log told of the page that is inspected, one life of it. */
export interface HarLog {
  /**
   * A request that has ended; none when the log held it already, or it is none of a page. With an answer whose next request was told of
   * first, that request comes again, under its id.
   */
  note(entry: unknown): readonly HarRequest[];
  /** A request that ended before we listened. */
  noteEarlier(entry: unknown): readonly HarRequest[];
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

/** How an entry of the log is read; null: it is no request of a page. */
export type HarReader = (entry: unknown, identity: HarIdentity) => HarRequest | null;

/** An empty log; `logId` makes the ids of its requests unique. */
export function createHarLog(logId: string, readEntry: HarReader = harRequestOf): HarLog {
  let count = 0;
  let hops: readonly Hop[] = [];
  let loose: readonly HarRequest[] = [];
  const known = new Set<string>();
  /** Those of the log that was there before us, of which the event may still come. */
  const earlier = new Set<string>();
  /** Ids of unread ones, to be taken up when they end after all. */
  const unread = new Map<string, string[]>();

  function add(entry: unknown, id: string, finished: boolean): readonly HarRequest[] {
    const read = readEntry(entry, { id, finished, redirectedFrom: null });
    if (read === null) return [];
    const came = nearest(hops, (hop) => gap(hop, read, HOP_GAP_MS));
    hops = hops.filter((hop) => hop !== came);
    const request = came === null ? read : { ...read, redirectedFrom: came.id };
    const { redirectedTo: to } = request;
    const hop = to === null ? null : { id, to, end: request.startedAt + request.time };
    // DevTools tell of requests in the order in which they have put them together, not always that in which they ended.
    const next = hop === null ? null : nearest(loose, (other) => gap(hop, other, HOP_ERROR_MS));
    loose = loose.filter((other) => other !== next);
    if (hop !== null && next === null) hops = [...hops, hop].slice(-MAX_LOOSE);
    if (came === null) loose = [...loose, request].slice(-MAX_LOOSE);
    return next === null ? [request] : [request, { ...next, redirectedFrom: id }];
  }

  function nextId(): string {
    count += 1;
    return `${logId}/${count}`;
  }

  return {
    note(entry) {
      const facts = factsOf(entry);
      if (facts === null || earlier.delete(facts.exact)) return [];
      known.add(facts.exact);
      const id = unread.get(facts.key)?.shift() ?? nextId();
      return add(entry, id, true);
    },
    noteEarlier(entry) {
      const facts = factsOf(entry);
      if (facts === null || known.has(facts.exact)) return [];
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
        return add(entry, id, false);
      });
    },
    forget() {
      known.clear();
      earlier.clear();
      unread.clear();
      hops = [];
      loose = [];
    },
  };
}

/** How far apart an answer and the request that it may have led to are; null when it did not. */
function gap({ to, end }: Hop, { url, startedAt }: HarRequest, most: number): number | null {
  const later = startedAt - end;
  return to === url && later >= -HOP_ERROR_MS && later <= most ? Math.abs(later) : null;
}

function nearest<T>(items: readonly T[], distance: (item: T) => number | null): T | null {
  let best: { readonly item: T; readonly apart: number } | null = null;
  for (const item of items) {
    const apart = distance(item);
    if (apart !== null && (best === null || apart < best.apart)) best = { item, apart };
  }
  return best?.item ?? null;
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
