import { counted } from '../format.ts';
import { dayAndTime } from '../state/session-text.ts';
import { relativeUrl } from '../state/url-text.ts';
import { moment } from './row-text.ts';
import { type RowContext, SESSION_COLUMNS } from './session-columns.tsx';
import type { LoadRow, SessionHead, SessionsRow } from './session-rows.ts';

interface Props<Row> {
  readonly id: string;
  /** Position in the whole table, counted from 1 with the header. */
  readonly position: number;
  readonly row: Row;
  readonly isChosen: boolean;
  readonly isCursor: boolean;
  /** The page load that the other views show. */
  readonly isShown: boolean;
  readonly context: RowContext;
  onChoose(row: SessionsRow): void;
  onToggle(row: SessionsRow): void;
  onOpen(row: SessionsRow): void;
}

/** A row of the list: the head of a session, or one of its page loads. */
export function SessionsTableRow(props: Props<SessionsRow>) {
  const { row } = props;
  return row.kind === 'session' ? <SessionRow {...props} row={row} /> : <PageLoadRow {...props} row={row} />;
}

function SessionRow({ id, position, row, isChosen, isCursor, context, onToggle }: Props<SessionHead>) {
  const count = row.loads.length;
  const name = `Session of ${dayAndTime(row.startedAt)}`;
  return (
    <tr
      id={id}
      class="session-head"
      data-testid="session-head"
      data-cursor={isCursor}
      aria-rowindex={position}
      aria-selected={isChosen}
      onClick={() => onToggle(row)}
    >
      <td class="choose">
        <Tick isChosen={isChosen} label={`Choose all of ${name}`} />
      </td>
      <td class="page" colSpan={2}>
        <strong>{name}</strong>{' '}
        <span class="muted">
          {counted(count, 'page load')}
          {context.isPinned && ', pinned'}
        </span>
      </td>
      {SESSION_COLUMNS.slice(2).map(({ key }) => (
        <td key={key} class={key} />
      ))}
    </tr>
  );
}

function PageLoadRow(props: Props<LoadRow>) {
  const { id, position, row, isChosen, isCursor, isShown, context, onChoose, onToggle, onOpen } = props;
  const url = row.kind === 'view' ? row.view.url : row.load.url;
  return (
    <tr
      id={id}
      class="session-row"
      data-testid="session-row"
      data-key={row.key}
      data-kind={row.kind}
      data-cursor={isCursor}
      aria-rowindex={position}
      aria-selected={isChosen}
      aria-current={isShown || undefined}
      onClick={(event) => (isForMore(event) ? onToggle(row) : onChoose(row))}
      onDblClick={() => onOpen(row)}
    >
      <td class="choose">
        <Tick isChosen={isChosen} label={`Choose ${relativeUrl(url)} of ${moment(row.load.timeOrigin)}`} />
      </td>
      {SESSION_COLUMNS.map(({ key, isNumber, cell }) => (
        <td key={key} class={isNumber ? `${key} number` : key} title={key === 'page' ? url : undefined}>
          {cell(row, context)}
        </td>
      ))}
    </tr>
  );
}

/** A click that chooses the row beside the others: on its tick, or with a key held. */
function isForMore({ ctrlKey, metaKey, shiftKey, target }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || (target instanceof Element && target.closest('.choose') !== null);
}

/** What says and changes that a row is chosen, for a pointer; the space bar does it for the row that keys act on. */
function Tick({ isChosen, label }: { readonly isChosen: boolean; readonly label: string }) {
  return <input type="checkbox" tabIndex={-1} checked={isChosen} aria-label={label} />;
}
