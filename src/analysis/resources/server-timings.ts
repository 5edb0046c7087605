import type { ServerTiming } from '../../model/entries.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { percentileOfSorted } from '../budgets/percentile.ts';

/** What responses said under one name of their `Server-Timing` headers (https://w3c.github.io/server-timing/). */
export interface ServerPart {
  readonly name: string;
  /** Responses that named it. */
  readonly count: number;
  /** Of those that told a duration; all null when none did. A duration of 0 is one that was not told. */
  readonly total: Milliseconds | null;
  readonly p75: Milliseconds | null;
  readonly max: Milliseconds | null;
  /** The response in which it took longest, or the first. */
  readonly worst: ResourceRecord;
  /** How often each description was given (`HIT`, `MISS`), the most frequent first. */
  readonly descriptions: readonly (readonly [text: string, times: number])[];
}

interface Group {
  readonly durations: number[];
  readonly descriptions: Map<string, number>;
  count: number;
  worst: ResourceRecord;
  max: number;
}

/** The parts of the server's time over all responses by name, the one that took most in all first. */
export function serverParts(resources: readonly ResourceRecord[]): readonly ServerPart[] {
  const groups = new Map<string, Group>();
  for (const resource of resources) {
    for (const timing of resource.serverTiming) add(groups, timing, resource);
  }
  return [...groups]
    .map(([name, group]) => partOf(name, group))
    .sort((a, b) => (b.total ?? 0) - (a.total ?? 0) || b.count - a.count);
}

function add(
  groups: Map<string, Group>,
  { name, duration, description }: ServerTiming,
  resource: ResourceRecord,
): void {
  const group: Group = groups.get(name) ?? {
    durations: [],
    descriptions: new Map(),
    count: 0,
    worst: resource,
    max: 0,
  };
  groups.set(name, group);
  group.count += 1;
  if (description !== '') group.descriptions.set(description, (group.descriptions.get(description) ?? 0) + 1);
  if (duration <= 0) return;
  group.durations.push(duration);
  if (duration > group.max) Object.assign(group, { max: duration, worst: resource });
}

function partOf(name: string, { durations, descriptions, count, worst, max }: Group): ServerPart {
  const sorted = durations.sort((a, b) => a - b);
  const isTold = sorted.length > 0;
  return {
    name,
    count,
    total: isTold ? sorted.reduce((sum, duration) => sum + duration, 0) : null,
    p75: percentileOfSorted(sorted, 75),
    max: isTold ? max : null,
    worst,
    descriptions: [...descriptions].sort(([, a], [, b]) => b - a),
  };
}
