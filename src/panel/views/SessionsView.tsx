import { useEffect, useMemo } from 'preact/hooks';
import { CompareView } from '../sessions/compare/CompareView.tsx';
import { SessionsBar } from '../sessions/SessionsBar.tsx';
import { SessionsListView } from '../sessions/SessionsListView.tsx';
import { sessionsStateOf } from '../sessions/sessions-state.ts';
import { usePanel } from '../state/panel-context.ts';
import '../styles/sessions.css';

/** The page loads of this and earlier sessions: to open, keep, delete, export and compare. */
export function SessionsView() {
  const panel = usePanel();
  const state = useMemo(() => sessionsStateOf(panel), [panel]);
  const { list, changes } = state;
  // A page load more or less in this session is a sign that others may have come or gone.
  const count = panel.session.value?.pageLoads.length;

  useEffect(() => void list.refresh(), [list, count]);
  useEffect(() => changes?.onChanged(list.refresh), [list, changes]);

  return (
    <div class="sessions" data-testid="sessions">
      <SessionsBar state={state} />
      {state.location.value.show === 'compare' ? <CompareView state={state} /> : <SessionsListView state={state} />}
    </div>
  );
}
