import { useEffect, useId, useState } from 'preact/hooks';
import type { StoredSession } from '../../model/cache.ts';
import { listSessions } from '../../store/reader.ts';
import { dayAndTime } from '../state/session-text.ts';

/** Sessions that are not pinned and can be chosen all the same: the last used ones. */
const RECENT = 20;

interface Props {
  readonly value: string;
  onChange(sessionId: string): void;
}

/** Chooses the session that relative limits are compared with: a pinned one, which stays, or one of the last used. */
export function SessionSelect({ value, onChange }: Props) {
  const id = useId();
  const [sessions, setSessions] = useState<readonly StoredSession[]>([]);

  // Without a database there is nothing to choose from but what is chosen already.
  useEffect(() => void listSessions().then(setSessions, () => setSessions([])), []);

  const pinned = sessions.filter((session) => session.pinned);
  const recent = sessions.filter((session) => !session.pinned).slice(0, RECENT);
  const isListed = value === '' || [...pinned, ...recent].some(({ sessionId }) => sessionId === value);
  return (
    <div class="field">
      <label for={id}>Or those of the session</label>
      <select id={id} class="select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">None: the page loads before</option>
        {!isListed && <option value={value}>A session that is no longer stored ({value})</option>}
        {pinned.length > 0 && (
          <optgroup label="Pinned">
            {pinned.map((session) => (
              <SessionOption key={session.sessionId} session={session} />
            ))}
          </optgroup>
        )}
        {recent.length > 0 && (
          <optgroup label="Not pinned: may be removed when space is needed">
            {recent.map((session) => (
              <SessionOption key={session.sessionId} session={session} />
            ))}
          </optgroup>
        )}
      </select>
    </div>
  );
}

function SessionOption({ session: { sessionId, title, url, startedAt } }: { readonly session: StoredSession }) {
  return (
    <option value={sessionId}>
      {title === '' ? url : title} · {dayAndTime(startedAt)}
    </option>
  );
}
