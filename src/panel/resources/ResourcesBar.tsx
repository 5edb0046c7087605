import type { SizeTotal } from '../../model/size.ts';
import { counted, formatCount, formatTotal } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { type ColumnChoice, shownColumns } from './column-choice.ts';
import { FilterChips } from './FilterChips.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { GROUPINGS, type Grouping } from './resources-location.ts';
import type { ResourcesState } from './resources-state.ts';

interface Props {
  readonly state: ResourcesState;
  readonly choice: ColumnChoice;
  /** Of the table, in CSS pixels. */
  readonly width: number;
  onChoose(choice: ColumnChoice): void;
}

const GROUP_TEXT: Readonly<Record<Grouping, string>> = {
  type: 'By type',
  host: 'By host',
  entity: 'By organisation',
};

/** What narrows the requests down, how they are shown, and how many there are. */
export function ResourcesBar({ state, choice, width, onChoose }: Props) {
  const { location, updateLocation } = usePanel();
  const { filter, group } = location.value;
  return (
    <div class="view-bar resources-bar">
      <input
        type="search"
        class="search"
        placeholder="Filter by URL, type or status"
        aria-label="Filter resources by URL, type, status, protocol, method or organisation"
        value={filter}
        onInput={(event) => updateLocation({ filter: event.currentTarget.value })}
      />
      <FilterMenu state={state} />
      <select
        class="select"
        aria-label="Show"
        data-testid="group"
        value={group ?? ''}
        onChange={(event) =>
          updateLocation({ group: GROUPINGS.find((name) => name === event.currentTarget.value) ?? null })
        }
      >
        <option value="">Each request</option>
        {GROUPINGS.map((name) => (
          <option key={name} value={name}>
            {GROUP_TEXT[name]}
          </option>
        ))}
      </select>
      {group === null && <ColumnMenu choice={choice} shown={shownColumns(choice, width)} onChoose={onChoose} />}
      <FilterChips />
      <span class="muted" role="status" data-testid="resource-count">
        {countText(state.rows.value.length, state.all.value.length)}
        {state.rows.value.length > 0 && `, ${sizeText(state.transferred.value)}`}
      </span>
    </div>
  );
}

function countText(shown: number, all: number): string {
  const total = counted(all, 'request');
  return shown === all ? total : `${formatCount(shown)} of ${total}`;
}

function sizeText(transferred: SizeTotal): string {
  const text = formatTotal(transferred);
  return text === 'unknown' ? 'size unknown' : text;
}
