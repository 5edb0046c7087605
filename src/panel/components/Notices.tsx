import type { StoreState } from '../../model/store-state.ts';
import { usePanel } from '../state/panel-context.ts';
import { PRIVATE_WINDOW } from '../state/recording-text.ts';
import { EarlierNotice } from './EarlierNotice.tsx';
import { RecordingNotice } from './RecordingNotice.tsx';

/** What is wrong with the recording itself, each with what to do about it. */
export function Notices() {
  const { connection, recording, storeStates, readError, session, source, retry, isLive } = usePanel();
  const told = recording.value;
  // That nothing can be recorded where the tab is now says nothing to who looks at an earlier page load.
  const isOfInterest = told !== null && told.state !== 'recording' && (told.state !== 'restricted' || isLive.value);
  return (
    <div class="notices" role="status">
      <EarlierNotice />
      {connection.value === 'lost' && (
        <div class="notice">
          <p>
            The extension's background is not answering; the panel is reconnecting. Figures may be behind until then. If
            this stays, close DevTools and open it again.
          </p>
        </div>
      )}
      {isOfInterest && <RecordingNotice recording={told} />}
      {told?.isPrivate && told.state === 'recording' && (
        <div class="notice" data-testid="private-window">
          <p>
            <strong>{TITLES.memory}</strong> {PRIVATE_WINDOW} Export what you want to keep.
          </p>
        </div>
      )}
      {storeStates.value.map((state) => (
        <StoreNotice key={state.kind} state={state} onRead={() => source.lossRead?.()} />
      ))}
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

const TITLES: Readonly<Record<StoreState['kind'], string>> = {
  limited: 'Storage full.',
  memory: 'In memory only.',
  lost: 'Stored entries lost.',
  'newer-version': 'Written by a newer version.',
  blocked: 'Database held by another page.',
  failed: 'Storage failed.',
};

interface StoreNoticeProps {
  readonly state: StoreState;
  /** The user has read of a loss. */
  onRead(): void;
}

/** A trouble of the store, in the panel and in the popup. */
export function StoreNotice({ state: { kind, message }, onRead }: StoreNoticeProps) {
  return (
    <div class="notice" data-tone={kind === 'lost' || kind === 'memory' ? undefined : 'error'} data-store-state={kind}>
      <p>
        <strong>{TITLES[kind]}</strong> {message}
      </p>
      {kind === 'lost' && (
        <button type="button" class="button" onClick={onRead}>
          Dismiss
        </button>
      )}
    </div>
  );
}
