import type { ResourceRecord } from '../../model/resources.ts';
import type { SizeTotal } from '../../model/size.ts';
import type { Milliseconds } from '../../model/units.ts';
import { growOver } from '../grow-over.ts';
import { parseUrl } from '../url.ts';
import { type CoveredTime, createCoveredTime } from './covered-time.ts';

/** What one organisation that is not the page's own takes of the network. */
export interface ThirdParty {
  /** The organisation, or the host where nobody knows whose it is. */
  readonly name: string;
  readonly hosts: readonly string[];
  readonly requests: number;
  readonly transferSize: SizeTotal;
  /** How long at least one of its requests was going on. */
  readonly networkTime: Milliseconds;
  /** Its largest request, and of equal ones the longest. */
  readonly largest: ResourceRecord;
}

/** The third parties of a page. */
export interface ThirdParties {
  /** The one that was longest on the network first. */
  readonly all: readonly ThirdParty[];
  /** Which of them a URL belongs to; null for the page's own, and for hosts that it requested nothing from. */
  nameOf(url: string): string | null;
}

/** The third parties behind a page's requests. */
export function thirdParties(resources: readonly ResourceRecord[]): ThirdParties {
  return createThirdParties()(resources);
}

/** `thirdParties` for a page that grows: a call costs what is new. */
export function createThirdParties(): (resources: readonly ResourceRecord[]) => ThirdParties {
  const update = growOver<ResourceRecord, State>(() => ({ names: new Map(), parties: new Map() }), addRequest);
  return (resources) => {
    const { names, parties } = update(resources);
    const all = [...parties]
      .map(([name, party]) => summaryOf(name, party))
      .sort((a, b) => b.networkTime - a.networkTime || (a.name < b.name ? -1 : 1));
    return { all, nameOf: (url) => names.get(originOf(url)) ?? null };
  };
}

interface Party {
  readonly hosts: Set<string>;
  readonly covered: CoveredTime;
  requests: number;
  bytes: number;
  unknown: number;
  largest: ResourceRecord;
}

interface State {
  /** By origin. */
  readonly names: Map<string, string>;
  /** By name. */
  readonly parties: Map<string, Party>;
}

function addRequest({ names, parties }: State, resource: ResourceRecord): void {
  if (resource.party !== 'third') return;
  const { url, entity, transferSize } = resource;
  const origin = originOf(url);
  const name = names.get(origin) ?? entity ?? hostOf(url);
  const known = parties.get(name);
  const party = known ?? {
    hosts: new Set<string>(),
    covered: createCoveredTime(),
    requests: 0,
    bytes: 0,
    unknown: 0,
    largest: resource,
  };
  if (known === undefined) parties.set(name, party);
  if (!names.has(origin)) {
    names.set(origin, name);
    party.hosts.add(hostOf(url));
  }
  party.covered.add(resource);
  party.requests += 1;
  if (transferSize.value === null) party.unknown += 1;
  else party.bytes += transferSize.value;
  if (isLarger(resource, party.largest)) party.largest = resource;
}

function summaryOf(name: string, { hosts, covered, requests, bytes, unknown, largest }: Party): ThirdParty {
  return {
    name,
    hosts: [...hosts].sort(),
    requests,
    transferSize: { value: bytes, unknown },
    networkTime: covered.total(),
    largest,
  };
}

function isLarger(a: ResourceRecord, b: ResourceRecord): boolean {
  const bytes = (a.transferSize.value ?? 0) - (b.transferSize.value ?? 0);
  if (bytes !== 0) return bytes > 0;
  return a.duration > b.duration || (a.duration === b.duration && a.startTime < b.startTime);
}

/** As far as the third slash; taking a URL apart costs ten times that. */
function originOf(url: string): string {
  const slash = url.indexOf('/', url.indexOf('//') + 2);
  return slash < 0 ? url : url.slice(0, slash);
}

function hostOf(url: string): string {
  return parseUrl(url)?.hostname ?? '';
}
