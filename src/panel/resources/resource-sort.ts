import type { ResourceRecord } from '../../model/resources.ts';
import type { ColumnId, ResourceSort } from './column-ids.ts';
import { RESOURCE_COLUMNS } from './resource-columns.ts';
import type { FlagsOf } from './resource-flags.ts';

/** The sort after a click on a column: a new column starts at its useful end, the same one turns round. */
export function nextSort(sort: ResourceSort, key: ColumnId): ResourceSort {
  if (sort.key === key) return { key, descending: !sort.descending };
  return { key, descending: RESOURCE_COLUMNS[key].largestFirst ?? false };
}

/** Sorts stably; what is unknown comes last in either direction, for it is neither large nor small. */
export function sortResources(
  resources: readonly ResourceRecord[],
  sort: ResourceSort,
  flagsOf: FlagsOf,
): readonly ResourceRecord[] {
  return createResourceSorter()(resources, sort, flagsOf);
}

/**
 * `sortResources` for a list that grows. The rows from before go in as they were sorted, the new ones behind them: merge sort takes a
 * list of two sorted runs at the cost of one pass, so that a page that streams requests need not be sorted anew.
 */
export function createResourceSorter(): typeof sortResources {
  let before: readonly ResourceRecord[] = [];
  let sortedBy: ResourceSort | null = null;
  return (resources, sort, flagsOf) => {
    const { value } = RESOURCE_COLUMNS[sort.key];
    const sign = sort.descending ? -1 : 1;
    if (
      isSorted(
        resources.map((resource) => value(resource, flagsOf)),
        sign,
      )
    )
      return resources;
    const rank = new Map(resources.map((resource, index) => [resource, index]));
    const isSame = sortedBy?.key === sort.key && sortedBy.descending === sort.descending;
    const known = new Set(isSame ? before : []);
    const first = isSame ? before.filter((resource) => rank.has(resource)) : [];
    const rest = isSame ? resources.filter((resource) => !known.has(resource)) : resources;
    const keyed = [...first, ...rest].map((resource) => ({
      resource,
      value: value(resource, flagsOf),
      rank: rank.get(resource) ?? 0,
    }));
    keyed.sort((a, b) => compare(a.value, b.value, sign) || a.rank - b.rank);
    before = keyed.map(({ resource }) => resource);
    sortedBy = sort;
    return before;
  };
}

/** Requests come in the order in which they began, which is how most look at them. */
function isSorted(values: readonly SortValue[], sign: number): boolean {
  return values.every((value, index) => index === 0 || compare(values[index - 1] ?? null, value, sign) <= 0);
}

type SortValue = string | number | null;

function compare(a: SortValue, b: SortValue, sign: number): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -sign : sign;
}
