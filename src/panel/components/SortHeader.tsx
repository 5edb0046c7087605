import { nextSort, type ResourceSort } from '../state/resource-sort.ts';
import type { ResourceColumn } from './resource-columns.tsx';

interface Props {
  readonly column: ResourceColumn;
  readonly sort: ResourceSort;
  onSort(sort: ResourceSort): void;
}

/** A column's header with the button that sorts by it. */
export function SortHeader({ column: { key, title, isNumber }, sort, onSort }: Props) {
  const isSorted = sort.key === key;
  const order = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" class={isNumber ? `${key} number` : key} aria-sort={isSorted ? order : 'none'}>
      <button type="button" class="sort-button" onClick={() => onSort(nextSort(sort, key))}>
        {title}
        {isSorted && (
          <svg viewBox="0 0 8 8" aria-hidden="true">
            <path d={sort.descending ? 'M0 2h8L4 7z' : 'M0 6h8L4 1z'} />
          </svg>
        )}
      </button>
    </th>
  );
}
