import { phaseToBlame } from '../../analysis/resources/phases.ts';
import type { ResourceRecord } from '../../model/resources.ts';

/** What the resource table can be sorted by. */
export const SORT_KEYS = ['name', 'type', 'status', 'transfer', 'decoded', 'start', 'duration', 'blame'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface ResourceSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Keys whose largest value is what one looks for: the first click on such a column sorts downwards. */
const LARGEST_FIRST: ReadonlySet<SortKey> = new Set(['status', 'transfer', 'decoded', 'duration']);

/** The sort after a click on a column: a new column starts at its useful end, the same one turns round. */
export function nextSort(sort: ResourceSort, key: SortKey): ResourceSort {
  return sort.key === key ? { key, descending: !sort.descending } : { key, descending: LARGEST_FIRST.has(key) };
}

/** Sorts stably; what is unknown comes last in either direction, for it is neither large nor small. */
export function sortResources(resources: readonly ResourceRecord[], sort: ResourceSort): readonly ResourceRecord[] {
  const keyed = resources.map((resource) => ({ resource, value: sortValue(resource, sort.key) }));
  const sign = sort.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return sign * (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
  });
  return keyed.map(({ resource }) => resource);
}

/** Resources whose URL, type, status or protocol contains every word of the filter, in any case. */
export function filterResources(resources: readonly ResourceRecord[], filter: string): readonly ResourceRecord[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return resources;
  return resources.filter((resource) => {
    const { url, resourceType, status, protocol } = resource;
    const text = `${url} ${resourceType} ${status ?? 'unknown'} ${protocol ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function sortValue(resource: ResourceRecord, key: SortKey): string | number | null {
  switch (key) {
    case 'name':
      return resource.url.toLowerCase();
    case 'type':
      return resource.resourceType;
    case 'status':
      return resource.status;
    case 'transfer':
      return resource.transferSize.value;
    case 'decoded':
      return resource.decodedBodySize.value;
    case 'start':
      return resource.startTime;
    case 'duration':
      return resource.duration;
    case 'blame':
      return phaseToBlame(resource)?.name ?? null;
  }
}
