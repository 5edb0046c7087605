import type { ComponentChildren } from 'preact';
import type { ColumnId, ResourceSort } from './column-ids.ts';
import { RESOURCE_COLUMNS } from './resource-columns.ts';
import { nextSort } from './resource-sort.ts';

interface Props {
  readonly column: ColumnId;
  readonly sort: ResourceSort;
  /** What is seen in the place of the title, which is then only read out. */
  readonly children?: ComponentChildren;
  onSort(sort: ResourceSort): void;
}

/** A column's header with the button that sorts by it. */
export function SortHeader({ column, sort, children, onSort }: Props) {
  const { title, isNumber } = RESOURCE_COLUMNS[column];
  const isSorted = sort.key === column;
  const order = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" class={isNumber ? `${column} number` : column} aria-sort={isSorted ? order : 'none'}>
      <button
        type="button"
        class="sort-button"
        title={children ? title : undefined}
        onClick={() => onSort(nextSort(sort, column))}
      >
        {children ? <span class="visually-hidden">{title}</span> : title}
        {children}
        {isSorted && (
          <svg viewBox="0 0 8 8" aria-hidden="true">
            <path d={sort.descending ? 'M0 2h8L4 7z' : 'M0 6h8L4 1z'} />
          </svg>
        )}
      </button>
    </th>
  );
}
