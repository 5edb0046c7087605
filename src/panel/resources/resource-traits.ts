import { isOnWire, parseUrl } from '../../analysis/url.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Facet } from './facet-choice.ts';

/** What a request is looked for by. */
export interface ResourceTraits {
  /** Lower case: URL, type, status, protocol, method and entity. */
  readonly text: string;
  readonly facets: Readonly<Record<Exclude<Facet, 'flag'>, string>>;
}

/** The traits of a request, made once, since a record never changes. */
export function traitsOf(resource: ResourceRecord): ResourceTraits {
  const told = known.get(resource);
  if (told) return told;
  const { url, resourceType, status, protocol, method, party, entity } = resource;
  const text = `${url} ${resourceType} ${status ?? 'unknown'} ${protocol ?? ''} ${method ?? ''} ${entity ?? ''}`;
  const traits = {
    text: text.toLowerCase(),
    facets: { type: resourceType, party, status: statusClass(resource), host: hostOf(url) },
  };
  known.set(resource, traits);
  return traits;
}

/** `2xx` ... by the status; `no answer` where there was none, `unknown` where the browser does not tell. */
export function statusClass({ status, failure }: Pick<ResourceRecord, 'status' | 'failure'>): string {
  if (failure !== null) return 'no answer';
  return status === null || status < 100 ? 'unknown' : `${Math.floor(status / 100)}xx`;
}

/** Host with port, as far as the third slash; for what has none (`data:`, `blob:`) its scheme. Taking a URL apart costs ten times that. */
export function hostOf(url: string): string {
  if (!isOnWire(url)) return parseUrl(url)?.scheme ?? 'unknown';
  const start = url.indexOf('//') + 2;
  const slash = url.indexOf('/', start);
  return slash < 0 ? url.slice(start) : url.slice(start, slash);
}

const known = new WeakMap<ResourceRecord, ResourceTraits>();
