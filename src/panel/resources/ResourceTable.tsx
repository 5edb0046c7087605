import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { whyNeverTold } from '../../analysis/metrics/metric-support.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { moveSelection } from '../state/move-selection.ts';
import { usePanel } from '../state/panel-context.ts';
import { type ColumnChoice, columnWidths, shownColumns } from './column-choice.ts';
import type { ResourceSort } from './column-ids.ts';
import { ResourceRow } from './ResourceRow.tsx';
import { resourceKey } from './resource-key.ts';
import type { ResourcesState } from './resources-state.ts';
import { SortHeader } from './SortHeader.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';
import { WaterfallAxis } from './WaterfallAxis.tsx';
import { markerImage } from './waterfall.ts';

interface Props {
  readonly state: ResourcesState;
  readonly choice: ColumnChoice;
  /** Of the part in sight, in CSS pixels; set here. */
  readonly width: Signal<number>;
  readonly pageLoad: Pick<PageLoadRecord, 'pageLoadId' | 'origin' | 'browser' | 'har'>;
  /** The table, to give the focus back to. */
  readonly table: RefObject<HTMLTableElement | null>;
  /** Enter on the selected row. */
  onEnter(): void;
}

/**
 * The table of resources with their waterfall. Only the rows in sight are in the document, so focus stays on the table, which names the
 * selected row as its active descendant: a focused row would lose the focus when it is scrolled away.
 */
export function ResourceTable({ state, choice, width, pageLoad, table, onEnter }: Props) {
  const { pageLoadId, origin } = pageLoad;
  const lack = whyNeverTold(pageLoad);
  const { location, updateLocation, scrollPositions } = usePanel();
  const { rows, selected, scale, flagsOf, markers } = state;
  const { sort, filter, facets } = location.value;
  const scroller = useRef<HTMLDivElement>(null);
  const order = JSON.stringify([sort, filter, facets]);
  const positionKey = `${pageLoadId} resource-rows`;
  const list = useVirtualRows(scroller, rows, order, { positions: scrollPositions, key: positionKey, width });
  const { first, last, before, after } = list.window.value;
  const columns = useMemo(() => shownColumns(choice, width.value), [choice, width.value]);
  const widths = useMemo(() => columnWidths(columns, width.value), [columns, width.value]);

  useLayoutEffect(() => {
    state.inSight.value = list.window.value;
  }, [list.window.value]);

  // Opening the details leaves the table less room; a panel made anew begins at the row that was chosen.
  const isRestored = useRef(scrollPositions.has(positionKey));
  useEffect(() => {
    const index = selected.value && !isRestored.current ? rows.value.indexOf(selected.value) : -1;
    isRestored.current = false;
    if (index >= 0) list.reveal(index);
  }, [location.value.request, list.height.value]);

  const select = (resource: ResourceRecord | null) =>
    updateLocation({ request: resource === null ? null : resourceKey(resource) });
  const context = useMemo(
    () => ({ columns, origin, lack, scale: scale.value, flagsOf: flagsOf.value, onSelect: select }),
    [columns, origin, lack, scale.value, flagsOf.value],
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const index = selected.value ? rows.value.indexOf(selected.value) : -1;
    const target = moveSelection(event.key, index, rows.value.length, list.pageSize());
    if (event.key === 'Enter' && index >= 0) onEnter();
    else if (target === undefined) return;
    else select(target === null ? null : (rows.value[target] ?? null));
    event.preventDefault();
    // Chrome's DevTools take an Escape of a panel to open their drawer.
    event.stopPropagation();
    if (typeof target === 'number') list.reveal(target);
  }

  const shown = rows.value.slice(first, last);
  const activeOffset = selected.value ? shown.indexOf(selected.value) : -1;
  const sum = [...widths.values()].reduce((total, column) => total + column, 0);
  return (
    <div class="list-scroll resources-scroll" ref={scroller} onScroll={list.onScroll}>
      <table
        ref={table}
        class="list resource-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by arrow keys is a grid
        role="grid"
        tabIndex={0}
        aria-label="Resources"
        aria-rowcount={rows.value.length + 1}
        aria-activedescendant={activeOffset < 0 ? undefined : rowId(first + activeOffset)}
        style={{ width: `${sum}px`, '--markers': markerImage(markers.value, scale.value) || 'none' }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column} style={{ width: `${widths.get(column)}px` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <SortHeader
                key={column}
                column={column}
                sort={sort}
                onSort={(next: ResourceSort) => updateLocation({ sort: next })}
              >
                {column === 'waterfall' && <WaterfallAxis scale={scale.value} width={widths.get(column) ?? 0} />}
              </SortHeader>
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
              isSelected={resource === selected.value}
              context={context}
            />
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
      {rows.value.length === 0 && <p class="resources-none none">No request passes the filters.</p>}
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
