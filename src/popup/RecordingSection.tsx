import { ToneLabel } from '../panel/components/ToneLabel.tsx';
import type { SiteAccess } from '../panel/site-access.ts';
import { hostOf, type RecordingAction, recordingText } from '../panel/state/recording-text.ts';
import { ForgetSite } from './ForgetSite.tsx';
import type { SiteState } from './site-state.ts';

interface Props {
  readonly site: SiteState;
  readonly access: SiteAccess;
}

/** Whether the tab's page is recorded, and what can be done about its site. */
export function RecordingSection({ site, access }: Props) {
  const recording = site.recording.value;
  if (!recording) return <p class="muted">Asking whether this page is recorded…</p>;
  const { state, origin, isPrivate } = recording;
  const host = hostOf(recording);
  const { tone, label, note, action } = recordingText(state, host, isPrivate);

  function act(does: RecordingAction): void {
    if (does === 'allow') void access.request();
    else if (host !== null) void site[does](host);
  }

  return (
    <section class="popup-recording" aria-label="Recording" data-state={state}>
      <p class="popup-state" role="status">
        <ToneLabel tone={tone} text={label} />
      </p>
      {note && <p class="muted">{note}</p>}
      <div class="popup-actions">
        {action && (
          <button type="button" class="button" onClick={() => act(action.does)}>
            {action.label}
          </button>
        )}
        {origin && <ForgetSite site={site} origin={origin} />}
      </div>
    </section>
  );
}
