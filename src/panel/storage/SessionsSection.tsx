import type { StoredSession } from '../../model/cache.ts';
import { type Heading, TableHead } from '../components/TableHead.tsx';
import { counted, formatBytes, formatCount, inColumn } from '../format.ts';
import { moment } from '../sessions/row-text.ts';
import { dayAndTime } from '../state/session-text.ts';

/** Rows that are there at once; a store of thousands of sessions shows the others on demand. */
const SHOWN = 100;

const HEADINGS: readonly Heading[] = [
  { text: 'Session' },
  { text: 'Started', class: 'optional' },
  { text: 'Page loads', class: 'number optional' },
  { text: 'Size', class: 'number optional' },
  { text: 'Actions', hidden: true },
];

interface Props {
  readonly sessions: readonly StoredSession[];
  /** The session of the tab. */
  readonly currentId: string | null;
  readonly all: boolean;
  onAll(): void;
  onPin(sessionId: string, pinned: boolean): void;
  onRemove(sessionId: string): void;
}

/** Every stored session, the last used first, each to be pinned or deleted. */
export function SessionsSection({ sessions, currentId, all, onAll, onPin, onRemove }: Props) {
  const shown = all ? sessions : sessions.slice(0, SHOWN);
  return (
    <section class="section" aria-labelledby="sessions-title">
      <h2 id="sessions-title">Sessions</h2>
      {sessions.length === 0 ? (
        <p class="muted">Nothing is stored. Sessions appear here as soon as a page is recorded.</p>
      ) : (
        <div class="table-scroll">
          <table class="table sessions-table">
            <TableHead headings={HEADINGS} />
            <tbody>
              {shown.map((session) => (
                <SessionRow
                  key={session.sessionId}
                  session={session}
                  isCurrent={session.sessionId === currentId}
                  onPin={onPin}
                  onRemove={onRemove}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < sessions.length && (
        <button type="button" class="text-button" data-testid="all-sessions" onClick={onAll}>
          Show all {formatCount(sessions.length)} sessions
        </button>
      )}
    </section>
  );
}

interface RowProps extends Pick<Props, 'onPin' | 'onRemove'> {
  readonly session: StoredSession;
  readonly isCurrent: boolean;
}

function SessionRow({ session, isCurrent, onPin, onRemove }: RowProps) {
  const { sessionId, title, url, startedAt, pageLoads, bytes, pinned } = session;
  const name = title === '' ? url : title;
  return (
    <tr data-testid="session" data-session-id={sessionId}>
      <th scope="row" title={`${title}\n${url}`.trim()}>
        {name}
        {isCurrent && <span class="muted"> · this tab</span>}
        <span class="narrow muted">
          {[moment(startedAt), counted(pageLoads, 'page load'), formatBytes(bytes)].join(' · ')}
        </span>
      </th>
      <td class="optional">{dayAndTime(startedAt)}</td>
      <td class="number optional">{formatCount(pageLoads)}</td>
      <td class="number optional">{inColumn.bytes(bytes)}</td>
      <td class="row-actions">
        <button
          type="button"
          class="button"
          aria-pressed={pinned}
          aria-label={`Pin ${name}`}
          onClick={() => onPin(sessionId, !pinned)}
        >
          {pinned ? 'Pinned' : 'Pin'}
        </button>
        <button type="button" class="button" aria-label={`Delete ${name}`} onClick={() => onRemove(sessionId)}>
          Delete
        </button>
      </td>
    </tr>
  );
}
