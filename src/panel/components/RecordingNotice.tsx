import type { TabRecording } from '../../model/recording.ts';
import { usePanel } from '../state/panel-context.ts';
import { hostOf, recordingText } from '../state/recording-text.ts';

/** Why the page in the tab is not recorded, and the way out. */
export function RecordingNotice({ recording }: { readonly recording: TabRecording }) {
  const { source } = usePanel();
  const host = hostOf(recording);
  const { label, note, action } = recordingText(recording.state, host, recording.isPrivate);
  const does = action?.does;
  return (
    <div class="notice" data-testid="not-recorded" data-state={recording.state}>
      <p>
        {label}. {note}
        {/* Only a page of the extension outside of DevTools may ask the browser for access. */}
        {does === 'allow' && ` Press Vitalog's button in the browser's toolbar, and there “${action?.label}”.`}
      </p>
      {host !== null && source.record && (does === 'resume' || does === 'list') && (
        <button type="button" class="button" onClick={() => void source.record?.(host, does)}>
          {action?.label}
        </button>
      )}
    </div>
  );
}
