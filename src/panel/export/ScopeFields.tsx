import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StoredSession } from '../../model/cache.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import { counted } from '../format.ts';
import type { StorageSource } from '../session-source.ts';
import { dayAndTime } from '../state/session-text.ts';
import { relativeUrl } from '../state/url-text.ts';
import { type ExportScope, sessionIdsOf } from './export-scope.ts';

interface Props {
  readonly scope: ExportScope;
  readonly pageLoad: PageLoadRecord | null;
  /** Page loads that were chosen elsewhere; null: none were. */
  readonly chosen: ExportScope | null;
  readonly sessionId: string;
  /** Null where there is no store, and so no other session. */
  readonly storage: StorageSource | null;
  onChange(scope: ExportScope): void;
}

/** What to export: the page load that is shown, its session, or sessions from the store. */
export function ScopeFields({ scope, pageLoad, chosen, sessionId, storage, onChange }: Props) {
  const isChoosing = useSignal(false);
  const kind = isChoosing.value ? 'chosen' : scope.kind;
  return (
    <fieldset class="choices">
      <legend>What</legend>
      {chosen?.kind === 'page-loads' && (
        <Choice
          value="chosen"
          checked={kind === 'page-loads'}
          title="What was chosen"
          what={counted(chosen.pageLoads.length, 'page load')}
          onChoose={() => {
            isChoosing.value = false;
            onChange(chosen);
          }}
        />
      )}
      {pageLoad && (
        <Choice
          value="page-load"
          checked={kind === 'page-load'}
          title="This page load"
          what={relativeUrl(pageLoad.url)}
          onChoose={() => {
            isChoosing.value = false;
            onChange({ kind: 'page-load', sessionId: pageLoad.sessionId, pageLoadId: pageLoad.pageLoadId });
          }}
        />
      )}
      <Choice
        value="session"
        checked={kind === 'sessions'}
        title="This session"
        what="every page load of this tab"
        onChoose={() => {
          isChoosing.value = false;
          onChange({ kind: 'sessions', sessionIds: [sessionId] });
        }}
      />
      {storage && (
        <Choice
          value="sessions"
          checked={kind === 'chosen'}
          title="Stored sessions"
          what="in one file, the oldest first"
          onChoose={() => {
            isChoosing.value = true;
            onChange({ kind: 'sessions', sessionIds: [sessionId] });
          }}
        />
      )}
      {storage && isChoosing.value && (
        <SessionChoices
          storage={storage}
          chosen={sessionIdsOf(scope)}
          onChange={(sessionIds) => onChange({ kind: 'sessions', sessionIds })}
        />
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly checked: boolean;
  readonly title: string;
  readonly what: string;
  onChoose(): void;
}

function Choice({ value, checked, title, what, onChoose }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name="scope" value={value} checked={checked} onChange={onChoose} />
      <span>
        {title} <span class="muted">{what}</span>
      </span>
    </label>
  );
}

interface SessionProps {
  readonly storage: StorageSource;
  readonly chosen: readonly string[];
  onChange(sessionIds: readonly string[]): void;
}

function SessionChoices({ storage, chosen, onChange }: SessionProps) {
  const sessions = useSignal<readonly StoredSession[] | null>(null);
  const failure = useSignal<string | null>(null);

  useEffect(() => {
    storage.listSessions().then(
      (read) => {
        sessions.value = read;
      },
      (error: unknown) => {
        failure.value = error instanceof Error ? error.message : String(error);
      },
    );
  }, [storage, sessions, failure]);

  if (failure.value !== null) return <p role="alert">The sessions could not be read: {failure.value}</p>;
  if (sessions.value === null) return <p class="muted late">Reading the sessions…</p>;
  if (sessions.value.length === 0) return <p class="muted">No session is stored.</p>;
  return (
    <ul class="choice-list" aria-label="Stored sessions">
      {sessions.value.map(({ sessionId, title, url, startedAt, pageLoads }) => (
        <li key={sessionId}>
          <label class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(sessionId)}
              onChange={({ currentTarget }) => {
                const others = chosen.filter((id) => id !== sessionId);
                onChange(currentTarget.checked ? [...others, sessionId] : others);
              }}
            />
            <span class="ellipsis" title={url}>
              {title === '' ? url : title}{' '}
              <span class="muted">
                {dayAndTime(startedAt)}, {counted(pageLoads, 'page load')}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
