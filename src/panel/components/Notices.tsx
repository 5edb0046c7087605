import { usePanel } from '../state/panel-context.ts';

/** What is wrong with the recording itself, each with what to do about it. */
export function Notices() {
  const { connection, storeMessage, readError, session, retry } = usePanel();
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
