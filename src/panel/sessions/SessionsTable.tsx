import { useComputed, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useVirtualRows } from '../resources/use-virtual-rows.ts';
import { moveSelection } from '../state/move-selection.ts';
import { usePanel } from '../state/panel-context.ts';
import type { ToneText } from '../state/session-text.ts';
import { TONE_OF_LEVEL } from '../state/tone.ts';
import { SessionsTableRow } from './SessionsTableRow.tsx';
import { SESSION_COLUMNS } from './session-columns.tsx';
import type { SessionsRow } from './session-rows.ts';
import type { SessionsState } from './sessions-state.ts';

interface Props {
  readonly state: SessionsState;
  /** The table, to give the focus back to. */
  readonly table: RefObject<HTMLTableElement | null>;
  onDelete(): void;
}

/** The list of sessions: arrow keys move the cursor, the space bar chooses, Enter opens. Only the rows in sight are in the document. */
export function SessionsTable({ state, table, onDelete }: Props) {
  const { current, source, summaries, scrollPositions, openPageLoad } = usePanel();
  const { rows, chosen, cursor, list, location } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const { find, isGrouped } = location.value;
  const order = JSON.stringify([find, isGrouped]);
  const place = { positions: scrollPositions, key: 'sessions-rows', width };
  const { window: drawn, onScroll, pageSize, reveal } = useVirtualRows(scroller, rows, order, place);
  const { first, last, before, after } = drawn.value;
  const chosenKeys = useComputed(() => new Set(chosen.value.map(({ key }) => key)));

  function open(row: SessionsRow): void {
    if (row.kind !== 'session' && row.load.state !== 'summary') openPageLoad(row.load);
  }

  function choose(row: SessionsRow): void {
    cursor.value = row.key;
    const isOnly = chosenKeys.value.size === 1 && chosenKeys.value.has(row.key);
    state.choose(isOnly ? [] : [row.key]);
  }

  function toggle(row: SessionsRow): void {
    cursor.value = row.key;
    state.toggle(keysOf(row));
  }

  /** What a key does here; undefined: nothing. */
  function actionOf(key: string): (() => void) | undefined {
    const index = rows.value.findIndex((row) => row.key === cursor.value);
    const row = rows.value[index];
    const hasChosen = chosen.value.length > 0;
    if (key === 'Escape') return hasChosen ? () => state.choose([]) : undefined;
    if (key === 'Delete') return hasChosen ? onDelete : undefined;
    if (key === ' ') return row && (() => toggle(row));
    if (key === 'Enter') return row && (() => open(row));
    const target = moveSelection(key, index, rows.value.length, pageSize());
    if (target === undefined || target === null) return undefined;
    return () => {
      cursor.value = rows.value[target]?.key ?? null;
      reveal(target);
    };
  }

  function onKeyDown(event: KeyboardEvent): void {
    const action = event.target === event.currentTarget ? actionOf(event.key) : undefined;
    if (!action) return;
    event.preventDefault();
    // Chrome's DevTools take an Escape of a panel to open their drawer.
    event.stopPropagation();
    action();
  }

  function judgedOf(row: SessionsRow): ToneText | null {
    const summary = row.kind === 'load' ? summaries.value.get(row.load.pageLoadId) : undefined;
    return summary ? { tone: TONE_OF_LEVEL[summary.level], text: summary.text } : null;
  }

  const shown = rows.value.slice(first, last);
  const cursorOffset = shown.findIndex(({ key }) => key === cursor.value);
  const isChosen = (row: SessionsRow) => keysOf(row).every((key) => chosenKeys.value.has(key));
  return (
    <div class="list-scroll sessions-scroll" ref={scroller} onScroll={onScroll}>
      <table
        ref={table}
        class="list sessions-list"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keys is a grid
        role="grid"
        tabIndex={0}
        aria-label="Page loads of all sessions"
        aria-multiselectable="true"
        aria-rowcount={rows.value.length + 1}
        aria-activedescendant={cursorOffset < 0 ? undefined : rowId(first + cursorOffset)}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="choose">
              <span class="visually-hidden">Chosen</span>
            </th>
            {SESSION_COLUMNS.map(({ key, title, isNumber }) => (
              <th scope="col" key={key} class={isNumber ? `${key} number` : key}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td class="spacer" style={{ height: `${before}px` }} />
          </tr>
          {shown.map((row, offset) => (
            <SessionsTableRow
              key={(first + offset) % shown.length}
              id={rowId(first + offset)}
              position={first + offset + 2}
              row={row}
              isChosen={isChosen(row)}
              isCursor={row.key === cursor.value}
              isShown={row.kind === 'load' && row.load.pageLoadId === current.value?.pageLoadId}
              context={{
                isPinned: list.pins.value.has(row.kind === 'session' ? row.sessionId : row.load.sessionId),
                isImported: source.imported !== undefined || source.redacted !== undefined,
                judged: judgedOf(row),
              }}
              onChoose={choose}
              onToggle={toggle}
              onOpen={open}
            />
          ))}
          <tr>
            <td class="spacer" style={{ height: `${after}px` }} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** What is chosen with a row: all its page loads with the head of a session. */
function keysOf(row: SessionsRow): readonly string[] {
  return row.kind === 'session' ? row.loads.map(({ pageLoadId }) => pageLoadId) : [row.key];
}

function rowId(index: number): string {
  return `session-row-${index}`;
}
