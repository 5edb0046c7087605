import type { RecordingState } from '../../model/recording.ts';
import { usePanel } from '../state/panel-context.ts';
import { FirstSight } from './FirstSight.tsx';

/** What stands in place of a view while there are no figures, and why. */
export function Placeholder() {
  const { session, readError, current, connection, recording, location, retry } = usePanel();
  if (readError.value !== null && !current.value) return <Unreadable message={readError.value} retry={retry} />;
  if (session.value && !current.value && location.value.sessionId !== null) return <NoLongerStored />;
  if (session.value && !current.value) return <NoPageLoad state={recording.value?.state ?? 'recording'} />;
  if (current.value && location.value.view === 'overview') return <FirstSight pageLoad={current.value} />;
  return (
    <div class="placeholder late" data-testid="loading" role="status">
      <p class="muted">
        {connection.value === 'connecting' ? 'Connecting to the recording…' : 'Reading the page load…'}
      </p>
    </div>
  );
}

function NoPageLoad({ state }: { readonly state: RecordingState }) {
  if (state === 'paused' || state === 'not-listed' || state === 'no-access') {
    return (
      <div class="placeholder" data-testid="empty">
        <h1>This page is not recorded</h1>
        <p>The notice above says why and how to change that. Once it is recorded, its verdict appears here.</p>
      </div>
    );
  }
  return (
    <div class="placeholder" data-testid="empty">
      <h1>No page load recorded in this tab yet</h1>
      <p>Reload the page, or open one: it is recorded from its first moment, and its verdict appears here.</p>
      <p class="muted">Nothing is recorded on</p>
      <ul class="muted">
        <li>the browser's own pages (chrome:, about:) and extension stores</li>
        <li>local files and other addresses that are not http or https</li>
        <li>sites where the extension's access was taken away; give it back in the browser's extension settings</li>
      </ul>
    </div>
  );
}

function NoLongerStored() {
  return (
    <div class="placeholder" data-testid="empty">
      <h1>This session is no longer stored</h1>
      <p>Its page loads were deleted, or had to go to keep the log within its limits. The notice above leads back.</p>
    </div>
  );
}

function Unreadable({ message, retry }: { readonly message: string; readonly retry: () => void }) {
  return (
    <div class="placeholder" data-testid="error" role="alert">
      <h1>The recording cannot be read</h1>
      <p>{message}</p>
      <p class="muted">
        Read again, or close DevTools and open it again. In a private window some browsers give extensions no storage.
      </p>
      <button type="button" class="button" onClick={retry}>
        Read again
      </button>
    </div>
  );
}
