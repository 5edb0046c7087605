import type { HarRequest } from '../../model/har-request.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { commonPrefix } from '../common-prefix.ts';
import { firstIndexFrom } from '../first-index-from.ts';
import { mergeByStart } from '../merge-by-start.ts';
import { harRecordOf, type LoggedPage } from './har-record.ts';
import { joinRecords } from './joined-record.ts';
import { matchRequests } from './match-requests.ts';
import { createRequestChains } from './request-chains.ts';

/** The requests that Resource Timing and the network log of DevTools told of, each once. */
export interface JoinedLog {
  add(requests: readonly HarRequest[]): void;
  /**
   * `timed` is what Resource Timing told of so far: the document first, then by start time. Answers the same with what the log adds.
   * `page` must be the same page at each call.
   */
  join(timed: readonly ResourceRecord[], page: LoggedPage): readonly ResourceRecord[];
}

/** A request of the network log: its record, and the moment at which the first of its chain was asked for. */
interface Logged {
  readonly id: string;
  readonly record: ResourceRecord;
  readonly startTime: Milliseconds;
}

/** Requests of one URL, as asked for, that may be the same ones. */
interface Group {
  readonly timed: Set<ResourceRecord>;
  readonly logged: Map<string, Logged>;
  /** What came of them. */
  joined: ReadonlyMap<ResourceRecord, ResourceRecord>;
  alone: ReadonlySet<Logged>;
}

/**
 * An empty log. Requests are matched within their URL, in the order of their start; a call costs the groups in which something is
 * new. It does not matter in how many parts either side comes.
 */
export function createJoinedLog(): JoinedLog {
  const chains = createRequestChains();
  const groups = new Map<string, Group>();
  const keys = new Map<string, string>();
  let pending = new Set<string>();
  let known: readonly ResourceRecord[] = [];
  const joined = new Map<ResourceRecord, ResourceRecord>();
  /** Sorted by start, then id: the same in whatever order they came. */
  let alone: readonly Logged[] = [];
  let result: readonly ResourceRecord[] = [];
  let isEmpty = true;

  function groupOf(key: string): Group {
    const group = groups.get(key) ?? {
      timed: new Set(),
      logged: new Map(),
      joined: new Map(),
      alone: new Set<Logged>(),
    };
    groups.set(key, group);
    return group;
  }

  /** Puts what is new in the log where it belongs; answers the keys of groups that are not what they were. */
  function placeLogged(page: LoggedPage, dirty: Set<string>): void {
    for (const id of pending) {
      const chain = chains.chainOf(id);
      if (chain === undefined) continue;
      const before = keys.get(id);
      if (before !== undefined) {
        groups.get(before)?.logged.delete(id);
        dirty.add(before);
      }
      const record = harRecordOf(chain.request, chain.hops, page);
      const first = chain.hops[0] ?? chain.request;
      const key = keyOfLogged(record, first.url);
      keys.set(id, key);
      groupOf(key).logged.set(id, { id, record, startTime: Math.max(0, first.startedAt - page.timeOrigin) });
      dirty.add(key);
    }
    pending = new Set();
  }

  function placeTimed(timed: readonly ResourceRecord[], dirty: Set<string>): Milliseconds {
    const same = commonPrefix(known, timed);
    const gone = new Set(known.slice(same));
    let from = Number.POSITIVE_INFINITY;
    for (const record of timed.slice(same)) {
      from = Math.min(from, record.startTime);
      if (gone.delete(record)) continue;
      groupOf(record.url).timed.add(record);
      dirty.add(record.url);
    }
    for (const record of gone) {
      from = Math.min(from, record.startTime);
      groups.get(record.url)?.timed.delete(record);
      joined.delete(record);
      dirty.add(record.url);
    }
    known = timed;
    return from;
  }

  /** Matches the groups anew; answers the earliest moment at which something is another than before. */
  function rematch(dirty: ReadonlySet<string>): Milliseconds {
    let from = Number.POSITIVE_INFINITY;
    const gone = new Set<Logged>();
    const added: Logged[] = [];
    for (const key of dirty) {
      const group = groupOf(key);
      const [pairs, rest] = matchGroup(group);
      for (const record of group.timed) {
        if (pairs.get(record) === joined.get(record)) continue;
        from = Math.min(from, record.startTime);
        const other = pairs.get(record);
        if (other === undefined) joined.delete(record);
        else joined.set(record, other);
      }
      for (const item of group.alone) if (!rest.has(item)) gone.add(item);
      for (const item of rest) if (!group.alone.has(item)) added.push(item);
      group.joined = pairs;
      group.alone = rest;
    }
    for (const { record } of gone) from = Math.min(from, record.startTime);
    for (const { record } of added) from = Math.min(from, record.startTime);
    if (gone.size > 0 || added.length > 0) {
      alone = [...alone.filter((item) => !gone.has(item)), ...added].sort(byStart);
    }
    return from;
  }

  return {
    add(requests) {
      for (const request of requests) for (const id of chains.add(request)) pending.add(id);
      isEmpty &&= requests.length === 0;
    },
    join(timed, page) {
      if (isEmpty) return timed;
      const dirty = new Set<string>();
      placeLogged(page, dirty);
      const from = Math.min(placeTimed(timed, dirty), rematch(dirty));
      const startOf = ({ startTime }: ResourceRecord) => startTime;
      const later = alone.slice(firstIndexFrom(alone, from, ({ record }) => record.startTime));
      const kept = result.slice(0, firstIndexFrom(result, from, startOf));
      const tail = timed.slice(firstIndexFrom(timed, from, startOf)).map((record) => joined.get(record) ?? record);
      result = kept.concat(
        mergeByStart(
          tail,
          later.map(({ record }) => record),
        ),
      );
      return result;
    },
  };
}

/** A document's navigation is on record under the URL that answered, every other request under the one that was asked for. */
function keyOfLogged({ url, initiatorType }: ResourceRecord, asked: string): string {
  return initiatorType === 'navigation' || initiatorType === 'iframe' ? url : asked;
}

/** The pairs of a group by what Resource Timing saw, and what the log alone saw. */
function matchGroup(group: Group): readonly [ReadonlyMap<ResourceRecord, ResourceRecord>, ReadonlySet<Logged>] {
  const logged = [...group.logged.values()].sort((a, b) => a.startTime - b.startTime || (a.id < b.id ? -1 : 1));
  const timed = [...group.timed].sort((a, b) => a.startTime - b.startTime || byFrame(a, b));
  // Resource Timing has one entry for a whole chain, and none for a preflight.
  const able = logged.filter(({ record }) => record.redirectedTo === null && record.initiatorType !== 'preflight');
  const pairs = new Map<ResourceRecord, ResourceRecord>();
  const taken = new Set<Logged>();
  for (const [one, other] of matchRequests(timed, able)) {
    taken.add(other);
    const before = group.joined.get(one);
    const same = before !== undefined && madeOf.get(before) === other.record;
    const record = same ? before : joinRecords(one, other.record);
    madeOf.set(record, other.record);
    pairs.set(one, record);
  }
  const isDocument = timed.some(({ initiatorType }) => initiatorType === 'navigation');
  return [
    pairs,
    new Set(logged.filter((item) => !taken.has(item) && !(isDocument && isFailedNavigation(item.record)))),
  ];
}

/** Of the page's own URL it was a reload that no server answered: DevTools count it to the page that was to be reloaded. */
function isFailedNavigation({ initiatorType, failure, status }: ResourceRecord): boolean {
  return initiatorType === 'navigation' && failure !== null && status === null;
}

/** Of requests that began at once the page's own come first, whichever became known first. */
function byFrame({ frame: a }: ResourceRecord, { frame: b }: ResourceRecord): number {
  if (a === b) return 0;
  return a === null || (b !== null && a < b) ? -1 : 1;
}

function byStart(a: Logged, b: Logged): number {
  return a.record.startTime - b.record.startTime || (a.id < b.id ? -1 : 1);
}

/** What of the log a joined record was made of, so that one that is still right is not made anew. */
const madeOf = new WeakMap<ResourceRecord, ResourceRecord>();
