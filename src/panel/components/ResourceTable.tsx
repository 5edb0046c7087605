import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ResourceRecord } from '../../model/resources.ts';
import { moveSelection } from '../state/move-selection.ts';
import type { ResourceSort } from '../state/resource-sort.ts';
import {
  isSameWindow,
  type ListGeometry,
  scrollToRow,
  type VirtualWindow,
  virtualWindow,
} from '../state/virtual-window.ts';
import { ResourceRow } from './ResourceRow.tsx';
import { RESOURCE_COLUMNS } from './resource-columns.tsx';
import { SortHeader } from './SortHeader.tsx';

/** Height of a row and of the header in CSS pixels; `--row` in tokens.css. */
const ROW_HEIGHT = 24;

interface Props {
  readonly rows: ReadonlySignal<readonly ResourceRecord[]>;
  readonly sort: ResourceSort;
  readonly selected: ReadonlySignal<ResourceRecord | null>;
  readonly origin: string;
  onSort(sort: ResourceSort): void;
  onSelect(resource: ResourceRecord | null): void;
}

/**
 * The table of resources. Only the rows in sight are in the document, so focus stays on the table, which names the selected row
 * as its active descendant: a focused row would lose the focus when it is scrolled away.
 */
export function ResourceTable({ rows, sort, selected, origin, onSort, onSelect }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const scrollTop = useSignal(0);
  const viewportHeight = useSignal(600);
  const geometry = (): ListGeometry => ({
    scrollTop: scrollTop.value,
    viewportHeight: viewportHeight.value,
    rowHeight: ROW_HEIGHT,
    rowCount: rows.value.length,
  });
  const kept = useRef<VirtualWindow | null>(null);
  const bounds = useComputed(() => {
    const next = virtualWindow(geometry());
    if (!kept.current || !isSameWindow(kept.current, next)) kept.current = next;
    return kept.current;
  });
  const { first, last, before, after } = bounds.value;

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      viewportHeight.value = element.clientHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [viewportHeight]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(viewportHeight.value / ROW_HEIGHT) - 2);
    const index = selected.value ? rows.value.indexOf(selected.value) : -1;
    const target = moveSelection(event.key, index, rows.value.length, page);
    if (target === undefined) return;
    event.preventDefault();
    const resource = target === null ? null : (rows.value[target] ?? null);
    onSelect(resource);
    if (resource && target !== null) scroller.current?.scrollTo({ top: scrollToRow(target, geometry(), ROW_HEIGHT) });
  }

  function sortFromTop(next: ResourceSort): void {
    onSort(next);
    scroller.current?.scrollTo({ top: 0 });
  }

  const shown = rows.value.slice(first, last);
  const activeOffset = selected.value ? shown.indexOf(selected.value) : -1;
  return (
    <div
      class="resources-scroll"
      ref={scroller}
      onScroll={(event) => {
        scrollTop.value = event.currentTarget.scrollTop;
      }}
    >
      <table
        class="resource-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by arrow keys is a grid
        role="grid"
        tabIndex={0}
        aria-label="Resources"
        aria-rowcount={rows.value.length + 1}
        aria-activedescendant={activeOffset < 0 ? undefined : rowId(first + activeOffset)}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {RESOURCE_COLUMNS.map((column) => (
              <SortHeader key={column.key} column={column} sort={sort} onSort={sortFromTop} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {shown.map((resource, offset) => (
            <ResourceRow
              key={(first + offset) % shown.length}
              id={rowId(first + offset)}
              row={first + offset + 2}
              resource={resource}
              origin={origin}
              isSelected={resource === selected.value}
              onSelect={onSelect}
            />
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
      {rows.value.length === 0 && <p class="resources-none none">No request matches the filter.</p>}
    </div>
  );
}

function Spacer({ height }: { readonly height: number }) {
  return (
    <tr>
      <td class="spacer" style={{ height: `${height}px` }} />
    </tr>
  );
}

function rowId(index: number): string {
  return `resource-${index}`;
}
