import type { ComponentType } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { CompareView } from '../sessions/compare/CompareView.tsx';
import { SessionsBar } from '../sessions/SessionsBar.tsx';
import { SessionsListView } from '../sessions/SessionsListView.tsx';
import { type SessionsState, sessionsStateOf } from '../sessions/sessions-state.ts';
import { TrendsView } from '../sessions/trends/TrendsView.tsx';
import { usePanel } from '../state/panel-context.ts';
import type { SessionsShow } from '../state/sessions-location.ts';
import '../styles/list.css';
import '../styles/details.css';
import '../styles/sessions.css';

const SHOWN: Readonly<Record<SessionsShow, ComponentType<{ readonly state: SessionsState }>>> = {
  list: SessionsListView,
  compare: CompareView,
  trends: TrendsView,
};

/** The page loads of this and earlier sessions: to open, keep, delete, export and compare. */
export function SessionsView() {
  const panel = usePanel();
  const state = useMemo(() => sessionsStateOf(panel), [panel]);
  const { list, changes } = state;
  const Shown = SHOWN[state.location.value.show];
  // A page load more or less in this session is a sign that others may have come or gone.
  const count = panel.session.value?.pageLoads.length;

  useEffect(() => void list.refresh(), [list, count]);
  useEffect(() => changes?.onChanged(list.refresh), [list, changes]);

  return (
    <div class="sessions" data-testid="sessions">
      <SessionsBar state={state} />
      <Shown state={state} />
    </div>
  );
}
