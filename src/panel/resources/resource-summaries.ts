import { type CoveredTime, createCoveredTime } from '../../analysis/resources/covered-time.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { SizeTotal } from '../../model/size.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { Facet } from './facet-choice.ts';
import { traitsOf } from './resource-traits.ts';
import type { Grouping } from './resources-location.ts';

/** The requests that have something in common. */
export interface ResourceSummary {
  readonly name: string;
  readonly requests: number;
  readonly transferSize: SizeTotal;
  /** How long at least one of them was going on. */
  readonly networkTime: Milliseconds;
  /** The choice of a facet that leaves just them. */
  readonly facet: Facet;
  readonly values: readonly string[];
}

/** Entity of what belongs to the page itself. */
export const OWN_ENTITY = 'This site';

/** The requests by type, host or organisation; the most known bytes first, and of equal ones the most requests. */
export function summarizeResources(
  resources: readonly ResourceRecord[],
  grouping: Grouping,
): readonly ResourceSummary[] {
  const groups = new Map<string, Group>();
  for (const resource of resources) {
    const { transferSize } = resource;
    const { host } = traitsOf(resource).facets;
    const name = nameOf(resource, grouping, host);
    const known = groups.get(name);
    const group = known ?? { hosts: new Set(), covered: createCoveredTime(), requests: 0, bytes: 0, unknown: 0 };
    if (known === undefined) groups.set(name, group);
    group.hosts.add(host);
    group.covered.add(resource);
    group.requests += 1;
    if (transferSize.value === null) group.unknown += 1;
    else group.bytes += transferSize.value;
  }
  return [...groups]
    .map(([name, group]) => summaryOf(name, group, grouping))
    .sort((a, b) => b.transferSize.value - a.transferSize.value || b.requests - a.requests || compare(a.name, b.name));
}

interface Group {
  readonly hosts: Set<string>;
  readonly covered: CoveredTime;
  requests: number;
  bytes: number;
  unknown: number;
}

/** A third party of which nobody knows whose it is goes by its host. */
function nameOf({ resourceType, party, entity }: ResourceRecord, grouping: Grouping, host: string): string {
  if (grouping === 'type') return resourceType;
  if (grouping === 'host') return host;
  return party === 'first' ? OWN_ENTITY : (entity ?? host);
}

function summaryOf(name: string, group: Group, grouping: Grouping): ResourceSummary {
  const { hosts, covered, requests, bytes, unknown } = group;
  const own = grouping === 'entity' && name === OWN_ENTITY;
  return {
    name,
    requests,
    transferSize: { value: bytes, unknown },
    networkTime: covered.total(),
    facet: grouping === 'type' ? 'type' : own ? 'party' : 'host',
    values: grouping === 'type' ? [name] : own ? ['first'] : [...hosts].sort(),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
