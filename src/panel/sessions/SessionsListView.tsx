import { useRef } from 'preact/hooks';
import { UndoList } from '../storage/UndoList.tsx';
import { ChosenPane } from './ChosenPane.tsx';
import { SessionsTable } from './SessionsTable.tsx';
import type { SessionsState } from './sessions-state.ts';

/** The page loads of all sessions, with what was chosen of them beside or below. */
export function SessionsListView({ state }: { readonly state: SessionsState }) {
  const { list, rows, chosen, chosenLoads, changes } = state;
  const table = useRef<HTMLTableElement>(null);
  const isEmpty = rows.value.length === 0;

  function chooseNone(): void {
    state.choose([]);
    table.current?.focus();
  }

  function remove(): void {
    const loads = chosenLoads.value;
    const keys = new Set(chosen.value.map(({ key }) => key));
    const last = rows.value.findLastIndex(({ key }) => keys.has(key));
    state.cursor.value = rows.value[last + 1]?.key ?? null;
    chooseNone();
    void changes?.remove({ kind: 'page-loads', pageLoadIds: loads.map(({ pageLoadId }) => pageLoadId) }, loads.length);
  }

  return (
    <div class="sessions-list-view">
      {changes && (
        <UndoList
          deleted={changes.deleted.value}
          failure={changes.failure.value}
          onRetry={() => void changes.attempt(list.refresh)}
        />
      )}
      {list.failure.value !== null && (
        <div class="notice" data-tone="error" role="alert">
          <p>The stored page loads could not be listed: {list.failure.value}</p>
          <button type="button" class="button" onClick={() => void list.refresh()}>
            Read again
          </button>
        </div>
      )}
      {isEmpty ? (
        <Nothing state={state} />
      ) : (
        <div class={chosen.value.length > 0 ? 'list-body with-details' : 'list-body'}>
          <SessionsTable state={state} table={table} onDelete={remove} />
          <ChosenPane state={state} onDelete={remove} onClose={chooseNone} />
        </div>
      )}
    </div>
  );
}

function Nothing({ state: { list, location, update } }: { readonly state: SessionsState }) {
  if (list.isReading.value) return <p class="section muted late">Reading what is stored…</p>;
  if (list.loads.value.length === 0)
    return (
      <div class="placeholder" data-testid="no-sessions">
        <h1>No page load is stored yet</h1>
        <p>Open or reload a page: each page load of every tab that is recorded appears here, the newest first.</p>
      </div>
    );
  return (
    <div class="placeholder" data-testid="none-found">
      <h1>No page load matches the filter</h1>
      <p>No URL or title holds “{location.value.find}”.</p>
      <button type="button" class="button" onClick={() => update({ find: '' })}>
        Show all
      </button>
    </div>
  );
}
