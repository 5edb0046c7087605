import '../styles/list.css';
import '../styles/menus.css';
import '../styles/details.css';
import '../styles/resources.css';
import '../styles/waterfall.css';
import { useSignal } from '@preact/signals';
import { useMemo, useRef, useState } from 'preact/hooks';
import { type ColumnChoice, keepColumns, readColumns, shownColumns } from '../resources/column-choice.ts';
import { ResourceDetails } from '../resources/ResourceDetails.tsx';
import { ResourcesBar } from '../resources/ResourcesBar.tsx';
import { ResourceTable } from '../resources/ResourceTable.tsx';
import { createResourcesState } from '../resources/resources-state.ts';
import { SummaryTable } from '../resources/SummaryTable.tsx';
import { WaterfallLegend } from '../resources/WaterfallLegend.tsx';
import type { PageFigures } from '../state/page-figures.ts';
import { usePanel } from '../state/panel-context.ts';

/** Every request of the page load with its waterfall, the details of the selected one beside or below; or what they come to. */
export function ResourcesView({ figures: { pageLoad } }: { readonly figures: PageFigures }) {
  const panel = usePanel();
  const { location, updateLocation } = panel;
  const state = useMemo(() => createResourcesState(panel), [panel]);
  const [choice, setChoice] = useState<ColumnChoice>(() => readColumns(window));
  const width = useSignal(0);
  const table = useRef<HTMLTableElement>(null);
  const pane = useRef<HTMLElement>(null);
  const { group } = location.value;
  const selected = group === null ? state.selected.value : null;

  function choose(next: ColumnChoice): void {
    setChoice(next);
    keepColumns(window, next);
  }

  function close(): void {
    updateLocation({ request: null });
    table.current?.focus();
  }

  return (
    <div class="resources">
      <ResourcesBar state={state} choice={choice} width={width.value} onChoose={choose} />
      {group === null && shownColumns(choice, width.value).includes('waterfall') && <WaterfallLegend state={state} />}
      {group !== null && <SummaryTable grouping={group} rows={state.rows.value} summaries={state.summaries.value} />}
      {group === null && (
        <div class={selected ? 'list-body resources-body with-details' : 'list-body resources-body'}>
          <ResourceTable
            state={state}
            choice={choice}
            width={width}
            pageLoad={pageLoad}
            table={table}
            onEnter={() => pane.current?.focus()}
          />
          {selected && (
            <ResourceDetails
              resource={selected}
              findings={state.findingsOf.value(selected)}
              observer={pageLoad}
              origin={pageLoad.origin}
              pane={pane}
              onClose={close}
            />
          )}
        </div>
      )}
    </div>
  );
}
