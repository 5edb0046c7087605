import type { PageLoadFacts } from '../../analysis/history/page-load-facts.ts';
import { ExportButton } from '../components/ExportButton.tsx';
import { formatCount } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { comparable } from './compared-rows.ts';
import type { SessionsState } from './sessions-state.ts';

interface Props {
  readonly state: SessionsState;
  onDelete(): void;
}

/** What can be done with the chosen page loads. What cannot be done with these is not offered, and why is said below. */
export function ChosenActions({ state, onDelete }: Props) {
  const { openPageLoad, current } = usePanel();
  const loads = state.chosenLoads.value;
  const stored = loads.filter((load) => load.state !== 'summary');
  const pair = comparable(state.chosen.value, current.value?.pageLoadId ?? null);
  const only = loads.length === 1 ? loads[0] : undefined;
  const { changes } = state;
  return (
    <section>
      <div class="chosen-actions">
        {only && only.state !== 'summary' && (
          <button type="button" class="button" onClick={() => openPageLoad(only)}>
            Open
          </button>
        )}
        {pair && (
          <button type="button" class="button" onClick={() => state.update({ show: 'compare', ...pair })}>
            {state.chosen.value.length === 2 ? 'Compare' : 'Compare with the page shown'}
          </button>
        )}
        {stored.length > 0 && (
          <ExportButton
            chosen={{
              kind: 'page-loads',
              pageLoads: stored.map(({ sessionId, pageLoadId }) => ({ sessionId, pageLoadId })),
            }}
          />
        )}
        {changes && only && only.state !== 'summary' && (
          <button
            type="button"
            class="button"
            aria-pressed={only.baseline}
            title="A baseline stays beyond every limit of the log"
            onClick={() => void changes.markBaseline(only.pageLoadId, !only.baseline)}
          >
            Keep as baseline
          </button>
        )}
        {changes && <PinButton state={state} loads={loads} />}
        {changes && (
          <button type="button" class="button danger" onClick={onDelete}>
            Delete
          </button>
        )}
      </div>
      <Hint loads={loads} isReadOnly={changes === null} />
    </section>
  );
}

/** Where all chosen page loads are of one session. */
function PinButton({
  state: { changes, list },
  loads,
}: {
  readonly state: SessionsState;
  readonly loads: readonly PageLoadFacts[];
}) {
  const [sessionId, ...others] = new Set(loads.map((load) => load.sessionId));
  if (sessionId === undefined || others.length > 0) return null;
  const isPinned = list.pins.value.has(sessionId);
  return (
    <button
      type="button"
      class="button"
      aria-pressed={isPinned}
      title="The page loads of a pinned session stay beyond every limit of the log"
      onClick={() => void changes?.pin(sessionId, !isPinned)}
    >
      {isPinned ? 'Session pinned' : 'Pin session'}
    </button>
  );
}

function Hint({ loads, isReadOnly }: { readonly loads: readonly PageLoadFacts[]; readonly isReadOnly: boolean }) {
  const gone = loads.filter((load) => load.state === 'summary').length;
  if (isReadOnly) return <p class="muted">From a file: it can be read, compared and exported, not changed.</p>;
  if (gone === 0) return null;
  return (
    <p class="muted">
      {gone === loads.length ? 'Only the summary is kept' : `Of ${formatCount(gone)} only the summary is kept`}: that
      can be deleted, but not opened, compared or exported.
    </p>
  );
}
