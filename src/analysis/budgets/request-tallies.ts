import type { ResourceRecord } from '../../model/resources.ts';
import { growOver } from '../grow-over.ts';
import { createSortedNumbers, type SortedNumbers } from '../sorted-numbers.ts';
import { MAX_OFFENDERS } from './max-offenders.ts';

/** Which requests a limit counts, and by what. */
export interface TallyOf {
  /** The same for the same requests and values only. */
  readonly key: string;
  belongs(resource: ResourceRecord): boolean;
  /** The value that is summed and ranked; null where it is not known. */
  amountOf(resource: ResourceRecord): number | null;
  /** Whether all values are kept, for percentiles of them. */
  readonly keepsValues?: true;
}

/** The requests of one kind. It goes on growing: read it, don't keep it. */
export interface RequestTally {
  readonly requests: number;
  /** Of the values that are known. */
  readonly sum: number;
  /** Requests whose value is not known. */
  readonly unknown: number;
  /** The known values in ascending order, for a kind that keeps them. */
  readonly values: SortedNumbers;
  /** Those with the largest values, the largest first, one of unknown value as 0; of equal ones the earlier, then by URL. */
  readonly top: readonly ResourceRecord[];
}

/** Tallies of the requests of a view. */
export interface RequestTallies {
  of(kind: TallyOf): RequestTally;
}

/** Tallies of these requests, each made when it is first asked for. */
export function tallyRequests(resources: readonly ResourceRecord[]): RequestTallies {
  return createRequestTallies()(resources);
}

/**
 * `tallyRequests` for a page that grows: a call costs what is new, for each kind that was asked for. What the browser tells of late
 * may start early, so that nothing here depends on the order in which requests come.
 */
export function createRequestTallies(): (resources: readonly ResourceRecord[]) => RequestTallies {
  const arrived = growOver<ResourceRecord, Arrived>(
    () => ({ requests: [], tallies: new Map() }),
    ({ requests }, resource) => {
      requests.push(resource);
    },
  );
  return (resources) => {
    const { requests, tallies } = arrived(resources);
    return {
      of(kind) {
        const tally = tallies.get(kind.key) ?? emptyTally();
        tallies.set(kind.key, tally);
        for (; tally.seen < requests.length; tally.seen++) {
          const resource = requests[tally.seen];
          if (resource !== undefined && kind.belongs(resource)) add(tally, resource, kind);
        }
        return tally;
      },
    };
  };
}

interface Arrived {
  readonly requests: ResourceRecord[];
  readonly tallies: Map<string, GrowingTally>;
}

interface GrowingTally extends RequestTally {
  /** How many of the requests that arrived were looked at. */
  seen: number;
  requests: number;
  sum: number;
  unknown: number;
  readonly top: ResourceRecord[];
}

function emptyTally(): GrowingTally {
  return { seen: 0, requests: 0, sum: 0, unknown: 0, values: createSortedNumbers(), top: [] };
}

function add(tally: GrowingTally, resource: ResourceRecord, { amountOf, keepsValues }: TallyOf): void {
  const value = amountOf(resource);
  tally.requests += 1;
  if (value === null) tally.unknown += 1;
  else {
    tally.sum += value;
    if (keepsValues) tally.values.add(value);
  }
  const isBehind = (other: ResourceRecord) =>
    (value ?? 0) - (amountOf(other) ?? 0) ||
    other.startTime - resource.startTime ||
    (resource.url < other.url ? 1 : -1);
  const { top } = tally;
  const last = top.at(-1);
  if (top.length >= MAX_OFFENDERS && (last === undefined || isBehind(last) < 0)) return;
  const at = top.findIndex((other) => isBehind(other) > 0);
  top.splice(at < 0 ? top.length : at, 0, resource);
  if (top.length > MAX_OFFENDERS) top.pop();
}
