import type { LongAnimationFrameEntry } from '../../model/entries.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { SizeTotal } from '../../model/size.ts';
import type { Milliseconds } from '../../model/units.ts';
import { workByScript } from '../timeline/script-work.ts';
import { parseUrl } from '../url.ts';
import { coveredTime } from './covered-time.ts';
import { sumSizes } from './totals.ts';

/** What one organisation that is not the page's own costs the page. */
export interface ThirdParty {
  /** The organisation, or the host where nobody knows whose it is. */
  readonly name: string;
  readonly hosts: readonly string[];
  readonly requests: number;
  readonly transferSize: SizeTotal;
  /** How long at least one of its requests was going on. */
  readonly networkTime: Milliseconds;
  /** By how much its scripts blocked the main thread; null where the browser does not tell. */
  readonly blocking: Milliseconds | null;
  /** Its largest request, and of equal ones the longest. */
  readonly largest: ResourceRecord;
}

/** Which third party a URL belongs to, among those that the page requested something from; null for the page's own and unknown. */
export type ThirdPartyOf = (url: string) => string | null;

/** Finds the third party behind a URL by its host. */
export function thirdPartyResolver(resources: readonly ResourceRecord[]): ThirdPartyOf {
  const names = new Map<string, string>();
  for (const resource of resources) {
    if (resource.party !== 'third') continue;
    const host = hostOf(resource.url);
    if (!names.has(host)) names.set(host, nameOf(resource));
  }
  return (url) => names.get(hostOf(url)) ?? null;
}

/**
 * The third parties of a page, the one that blocked longest first, then the one that was longest on the network. `frames` are
 * the long animation frames; null where the browser has none. `resources` are in order of start.
 */
export function thirdParties(
  resources: readonly ResourceRecord[],
  frames: readonly LongAnimationFrameEntry[] | null,
): readonly ThirdParty[] {
  const groups = new Map<string, ResourceRecord[]>();
  for (const resource of resources) {
    if (resource.party !== 'third') continue;
    const name = nameOf(resource);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [resource]);
    else group.push(resource);
  }
  const blocking = frames === null ? null : blockingByParty(frames, thirdPartyResolver(resources));
  return [...groups]
    .flatMap(([name, group]) => {
      const [first] = group;
      return first === undefined ? [] : [partyOf(name, first, group, blocking)];
    })
    .sort((a, b) => (b.blocking ?? 0) - (a.blocking ?? 0) || b.networkTime - a.networkTime);
}

function partyOf(
  name: string,
  first: ResourceRecord,
  group: readonly ResourceRecord[],
  blocking: ReadonlyMap<string, Milliseconds> | null,
): ThirdParty {
  return {
    name,
    hosts: [...new Set(group.map(({ url }) => hostOf(url)))],
    requests: group.length,
    transferSize: sumSizes(group.map(({ transferSize }) => transferSize)),
    networkTime: coveredTime(group),
    blocking: blocking === null ? null : (blocking.get(name) ?? 0),
    largest: group.reduce((a, b) => (isLarger(b, a) ? b : a), first),
  };
}

function blockingByParty(
  frames: readonly LongAnimationFrameEntry[],
  thirdPartyOf: ThirdPartyOf,
): ReadonlyMap<string, Milliseconds> {
  const sums = new Map<string, Milliseconds>();
  for (const { longest, blocking } of workByScript(frames)) {
    const name = thirdPartyOf(longest.sourceURL);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + blocking);
  }
  return sums;
}

function isLarger(a: ResourceRecord, b: ResourceRecord): boolean {
  const by = (a.transferSize.value ?? 0) - (b.transferSize.value ?? 0);
  return by > 0 || (by === 0 && a.duration > b.duration);
}

function nameOf({ entity, url }: ResourceRecord): string {
  return entity ?? hostOf(url);
}

function hostOf(url: string): string {
  return parseUrl(url)?.hostname ?? '';
}
