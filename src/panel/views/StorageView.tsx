import '../styles/details.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { OpenFileSection } from '../import/OpenFileSection.tsx';
import type { StorageSource } from '../session-source.ts';
import { usePanel } from '../state/panel-context.ts';
import { DeletionSection } from '../storage/DeletionSection.tsx';
import { LimitsForm } from '../storage/LimitsForm.tsx';
import { SessionsSection } from '../storage/SessionsSection.tsx';
import { createStorageState } from '../storage/storage-state.ts';
import { UndoList } from '../storage/UndoList.tsx';
import { UsageSection } from '../storage/UsageSection.tsx';
import '../styles/storage.css';

/** What is stored, how much of it may be, and what can be pinned and deleted. */
export function StorageView() {
  const { source } = usePanel();
  if (!source.storage)
    return (
      <>
        <p class="section muted">
          There is no database behind this panel: what it shows is in memory and goes with it.
        </p>
        <OpenFileSection />
      </>
    );
  return <StoredSessions storage={source.storage} />;
}

function StoredSessions({ storage }: { readonly storage: StorageSource }) {
  const { session, current, cacheStatistics } = usePanel();
  const state = useMemo(() => createStorageState(storage), [storage]);
  const all = useSignal(false);
  const pageLoads = session.value?.pageLoads;

  // The page loads of the session are a sign that something was stored.
  useEffect(() => void state.refresh(), [state, pageLoads]);
  useEffect(() => state.dispose, [state]);

  const { statistics, sessions, limits, deleted, failure } = state;
  return (
    <div class="storage-view" data-testid="storage">
      <UndoList deleted={deleted.value} failure={failure.value} onRetry={() => void state.refresh()} />
      {statistics.value && sessions.value && (
        <>
          <UsageSection statistics={statistics.value} limits={limits.value} memory={cacheStatistics()} />
          <LimitsForm limits={limits.value} onChange={(changed) => void state.setLimits(changed)} />
          <DeletionSection
            current={current.value}
            onRemove={(scope) => void state.remove(scope)}
            onBaseline={(pageLoadId, baseline) => void state.markBaseline(pageLoadId, baseline)}
          />
          <SessionsSection
            sessions={sessions.value}
            currentId={session.value?.sessionId ?? null}
            all={all.value}
            onAll={() => {
              all.value = true;
            }}
            onPin={(sessionId, pinned) => void state.pin(sessionId, pinned)}
            onRemove={(sessionId) => void state.remove({ kind: 'session', sessionId })}
          />
          <OpenFileSection />
        </>
      )}
    </div>
  );
}
