import { counted, formatCount } from '../format.ts';
import type { SessionsShow } from '../state/sessions-location.ts';
import type { SessionsState } from './sessions-state.ts';

const SHOWN: readonly (readonly [SessionsShow, string])[] = [
  ['list', 'Page loads'],
  ['compare', 'Compare'],
  ['trends', 'Trends'],
];

/** What to show of the sessions, and which of them. */
export function SessionsBar({ state }: { readonly state: SessionsState }) {
  const { find, isGrouped, show } = state.location.value;
  return (
    <div class="view-bar sessions-bar">
      <fieldset class="segments">
        <legend class="visually-hidden">Show</legend>
        {SHOWN.map(([id, title]) => (
          <button
            key={id}
            type="button"
            class="segment"
            aria-pressed={show === id}
            onClick={() => state.update({ show: id })}
          >
            {title}
          </button>
        ))}
      </fieldset>
      {show === 'list' && (
        <>
          <input
            type="search"
            class="search"
            placeholder="Filter by URL or title"
            aria-label="Filter page loads by URL or title"
            value={find}
            onInput={({ currentTarget }) => state.update({ find: currentTarget.value })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={isGrouped}
              onChange={({ currentTarget }) => state.update({ isGrouped: currentTarget.checked })}
            />
            Group by session
          </label>
          <span class="muted" role="status" data-testid="session-count">
            {countOf(state)}
          </span>
        </>
      )}
    </div>
  );
}

function countOf({ list, rows, location }: SessionsState): string {
  const total = list.loads.value.length;
  const found = rows.value.filter(({ kind }) => kind === 'load').length;
  const of = location.value.find.trim() === '' ? '' : `${formatCount(found)} of `;
  return `${of}${counted(total, 'page load')}${list.isReading.value ? ' so far…' : ''}`;
}
