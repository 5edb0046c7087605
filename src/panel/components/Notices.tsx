import { usePanel } from '../state/panel-context.ts';
import { RecordingNotice } from './RecordingNotice.tsx';

/** What is wrong with the recording itself, each with what to do about it. */
export function Notices() {
  const { connection, recording, storeMessage, readError, session, retry } = usePanel();
  const told = recording.value;
  return (
    <div class="notices" role="status">
      {connection.value === 'lost' && (
        <div class="notice">
          <p>
            The extension's background is not answering; the panel is reconnecting. Figures may be behind until then. If
            this stays, close DevTools and open it again.
          </p>
        </div>
      )}
      {told && told.state !== 'recording' && <RecordingNotice recording={told} />}
      {storeMessage.value !== null && (
        <div class="notice" data-tone="error">
          <p>{storeMessage.value}</p>
        </div>
      )}
      {readError.value !== null && session.value !== null && (
        <div class="notice" data-tone="error">
          <p>The newest figures could not be read, those shown are older: {readError.value}</p>
          <button type="button" class="button" onClick={retry}>
            Read again
          </button>
        </div>
      )}
    </div>
  );
}
